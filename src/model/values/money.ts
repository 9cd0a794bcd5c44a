/** The decimals that amounts of a currency have: two where nobody knows. */
export function toDecimals(currency: string | undefined): number {
  if (!isCurrency(currency)) return 2;
  const {maximumFractionDigits} = toFormat(currency).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** `EUR 1,204.50`: the code stands first, since signs such as $ are those of many currencies. */
export function formatMoney(amount: number, currency: string | undefined): string {
  const decimals = toDecimals(currency);
  const text = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 6)
  }).format(amount);
  return currency === undefined ? text : `${currency} ${text}`;
}

/** Whether an amount has no more decimals than its currency does. */
export function isAmount(value: number, currency: string | undefined): boolean {
  // 19.99 * 100 is 1998.9999999999998: what is compared is the written number
  return Number(value.toFixed(toDecimals(currency))) === value;
}

function isCurrency(code: string | undefined): code is string {
  return code !== undefined && /^[A-Z]{3}$/.test(code);
}

function toFormat(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en-US", {style: "currency", currency});
}
