import {expect, test} from "vitest";
import {interpolateSql, quoteIdentifier, toSqlLiteral} from "../../src/lib/sql.ts";

test("quoteIdentifier(name) quotes every name, and doubles the quotes in it", () => {
  expect(quoteIdentifier("select")).toBe('"select"');
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
});

test("toSqlLiteral(value) writes every kind of value that SQL has a literal for", () => {
  expect(toSqlLiteral(null)).toBe("NULL");
  expect(toSqlLiteral(undefined)).toBe("NULL");
  expect(toSqlLiteral("it's")).toBe("'it''s'");
  expect(toSqlLiteral(1.5)).toBe("1.5");
  expect(toSqlLiteral(NaN)).toBe("'nan'::DOUBLE");
  expect(toSqlLiteral(-Infinity)).toBe("'-infinity'::DOUBLE");
  expect(toSqlLiteral(10n ** 20n)).toBe("100000000000000000000");
  expect(toSqlLiteral(new Date(0))).toBe("TIMESTAMP '1970-01-01 00:00:00.000'");
  expect(toSqlLiteral(new Date(NaN))).toBe("NULL");
  expect(toSqlLiteral(["a", 1])).toBe("['a', 1]");
  expect(toSqlLiteral({a: 1})).toBe("{'a': 1}");
  expect(toSqlLiteral(Uint8Array.of(1, 255))).toBe("'\\x01\\xff'::BLOB");
});

test("toSqlLiteral(value) refuses what has no literal", () => {
  expect(() => toSqlLiteral(() => 1)).toThrow("value that SQL has no literal for: function");
});

test("interpolateSql(strings, values) keeps a hostile text a text", () => {
  const values = ["'; drop table x; --"];
  expect(interpolateSql(["select ", " as a"], values)).toBe("select '''; drop table x; --' as a");
});
