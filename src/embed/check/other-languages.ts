import type {RatedPair} from "./rated-pair.ts";

/** German, French, Spanish, Italian, Dutch, Portuguese, Polish. */
export const LATIN_SCRIPT: readonly RatedPair[] = [
  [4, "Die Rechnung ist noch nicht bezahlt.", "Die Rechnung wurde bisher nicht beglichen."],
  [2, "Die Tomaten brauchen viel Sonne.", "Gieße die Tomaten am Abend."],
  [0, "Der Zug hat Verspätung.", "Sie backt einen Kuchen mit Äpfeln."],
  [4, "Le magasin est fermé le dimanche.", "Le dimanche, le magasin n'ouvre pas."],
  [1, "Le médecin est malade.", "L'hôpital cherche des infirmières."],
  [0, "J'ai perdu mes clés.", "La guitare a six cordes."],
  [4, "El vuelo sale el martes.", "El martes sale el avión."],
  [2, "El café está caliente.", "El café está frío."],
  [0, "Mañana lloverá en Madrid.", "Mi hermano estudia derecho."],
  [4, "Il bambino dorme.", "Il bambino sta dormendo."],
  [0, "Il bambino dorme.", "Le azioni sono salite del due per cento."],
  [4, "De fiets is gestolen.", "Iemand heeft de fiets gestolen."],
  [0, "De fiets is gestolen.", "Morgen eten we soep."],
  [3, "A reunião é às nove horas.", "A reunião é às onze horas."],
  [0, "A reunião é às nove horas.", "O gato gosta de peixe."],
  [4, "Pociąg do Warszawy jest opóźniony.", "Pociąg do Warszawy ma opóźnienie."],
  [0, "Pociąg do Warszawy jest opóźniony.", "Kupiłam nowe buty."]
];

/** Russian, Greek, Arabic, Hebrew, Hindi, Chinese, Japanese, Korean. */
export const OTHER_SCRIPTS: readonly RatedPair[] = [
  [4, "Поезд опаздывает на час.", "Поезд опоздает на один час."],
  [0, "Поезд опаздывает на час.", "Она любит шоколад."],
  [4, "Το μαγαζί είναι κλειστό την Κυριακή.", "Την Κυριακή το μαγαζί δεν ανοίγει."],
  [0, "Το μαγαζί είναι κλειστό την Κυριακή.", "Έχασα τα κλειδιά μου."],
  [3, "الاجتماع في الساعة التاسعة", "الاجتماع في الساعة العاشرة"],
  [0, "الاجتماع في الساعة التاسعة", "القطة تحب السمك"],
  [4, "הילד ישן עכשיו", "עכשיו הילד ישן"],
  [0, "הילד ישן עכשיו", "מחיר הדלק עלה"],
  [4, "दुकान रविवार को बंद है", "रविवार को दुकान बंद रहती है"],
  [0, "दुकान रविवार को बंद है", "मुझे संगीत पसंद है"],
  [4, "我喜欢喝咖啡", "我很喜欢喝咖啡"],
  [0, "我喜欢喝咖啡", "天气预报说明天下雨"],
  [3, "会議は九時に始まります", "会議は十一時に始まります"],
  [0, "会議は九時に始まります", "猫が魚を食べた"],
  [4, "기차가 한 시간 늦었어요", "기차가 한 시간 늦게 왔어요"],
  [0, "기차가 한 시간 늦었어요", "새 신발을 샀어요"]
];
