/**
 * The same text as the one string object that the engine keeps for it. Looking such strings up in a Map compares
 * addresses instead of letters; the paths of a table are looked up some hundred times a report.
 */
export function interned<Text extends string>(text: Text): Text {
  for (const key in { [text]: 0 }) return key as Text
  return text
}
