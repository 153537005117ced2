import { defineCatalogue, kind } from '@vigie/kernel'

type At = { what: string; value: string }

/**
 * Everything this package can say about a label or an identifier. The class word a result carries in `error` or
 * `warn` is the part of the code after `UDI-`, in words for people where {@link classWord} says so.
 */
export const udiFindings = defineCatalogue('UDI', {
  EMPTY: kind<{ what: string }>(
    'blocks',
    'The text, or a value that must be there, is empty.',
    p => `${p.what} is empty.`,
    () => 'Scan the carrier again or type the value that stands on the label.',
  ),
  FORMAT: kind<{ value: string }>(
    'blocks',
    'The text has the shape of no carrier or identifier of GS1, HIBCC, IFA or ICCBBA.',
    p => `"${p.value}" has the shape of no known UDI carrier or identifier.`,
    () => 'Type the text as printed next to the barcode, with its brackets, plus, equals or slash signs.',
  ),
  AI: kind<{ value: string }>(
    'blocks',
    'A GS1 application identifier is unknown.',
    p => `No GS1 application identifier begins at "${p.value}".`,
    () => 'Check the digits in the brackets, and that no separator was lost before this place.',
  ),
  LENGTH: kind<At & { length: number; expected: string }>(
    'blocks',
    'A value is too long or too short.',
    p => `${p.what} "${p.value}" has ${p.length} characters; ${p.expected} are allowed.`,
    () => 'Compare with the label. When a scanner dropped a separator, two values may have run together.',
  ),
  CHARSET: kind<At & { allowed: string }>(
    'blocks',
    'A value has a character its standard does not allow there.',
    p => `${p.what} "${p.value}" has a character that is not allowed; allowed are ${p.allowed}.`,
    () => 'Replace the character by what the label shows (the letter O and the digit 0 are often confused).',
  ),
  CHECK_DIGIT: kind<At & { found: string; expected: string }>(
    'blocks',
    'A check digit does not agree with the other digits.',
    p =>
      `${p.what} "${p.value}" ends with check digit ${p.found}, which does not agree with the digits before it.`,
    p =>
      `Look for a typing or reading error. If all other digits are right, the check digit is ${p.expected}.`,
  ),
  CHECK_CHAR: kind<At & { found: string; expected: string }>(
    'blocks',
    'A check character or pair does not agree with the other characters.',
    p => `${p.what} "${p.value}" ends with check "${p.found}", which does not agree with the text before it.`,
    p =>
      `Look for a typing or reading error (a space can be the check). If all else is right, the check is "${p.expected}".`,
  ),
  DATE: kind<At>(
    'blocks',
    'A date or time does not exist.',
    p => `${p.what} "${p.value}" is not a date or time that exists.`,
    () => 'Compare with the label; the printed date is usually given next to the hourglass or factory sign.',
  ),
  VALUE: kind<At & { rule: string }>(
    'blocks',
    'A value breaks a rule of its standard that is neither length, characters, date nor check digit.',
    p => `${p.what} "${p.value}": ${p.rule}.`,
    () => 'Compare with the label; if the label itself says so, the label is wrong.',
  ),
  REPEATED: kind<{ what: string; first: string; second: string }>(
    'blocks',
    'One thing is given twice with different values.',
    p => `${p.what} is given twice, as "${p.first}" and as "${p.second}".`,
    () => 'Scan one device at a time, or keep the value that the label shows.',
  ),
  REQUIRES: kind<{ what: string; needed: string }>(
    'blocks',
    'A GS1 element stands without the element it is defined together with.',
    p => `${p.what} needs ${p.needed} beside it.`,
    () => 'Scan the whole label; if the element is really missing, the label is wrong.',
  ),
  EXCLUDES: kind<{ what: string; other: string }>(
    'blocks',
    'Two GS1 elements stand together that must not.',
    p => `${p.what} must not stand together with ${p.other}.`,
    () => 'Check that only one item was scanned; otherwise the label is wrong.',
  ),
  DL: kind<{ value: string; why: string }>(
    'blocks',
    'A web address is not a well-formed GS1 Digital Link.',
    p => `"${p.value}" is not a GS1 Digital Link: ${p.why}.`,
    () => 'Scan the code again; an address of a plain web page carries no UDI.',
  ),
  FLAG: kind<{ value: string }>(
    'blocks',
    'A HIBC text does not begin with its plus sign, or something unknown follows it.',
    p => `"${p.value}" does not begin like a HIBC label: a plus sign, then a letter, a digit or $.`,
    () => 'Type the plus sign too; it takes part in the check.',
  ),
  UOM: kind<{ value: string }>(
    'blocks',
    'The unit of measure of a HIBC label is not a digit.',
    p => `The unit of measure, the last character of "${p.value}", is not a digit.`,
    () => 'The unit of measure is 0 to 9, mostly 0 or 1; compare with the label.',
  ),
  SECONDARY_EMPTY: kind<{ value: string }>(
    'blocks',
    'A HIBC label announces secondary data and has none.',
    p => `"${p.value}" announces data after a slash or flag, but nothing follows.`,
    () => 'Scan again; part of the code is missing.',
  ),
  DATE_FLAG: kind<{ value: string }>(
    'blocks',
    'The character of a HIBC label that announces the form of the date is wrong.',
    p => `"${p.value}" does not begin with a date flag (0 to 7) and the date it announces.`,
    () => 'Compare with the label; without a date the flag is 7.',
  ),
  QUANTITY: kind<At>(
    'blocks',
    'A quantity is not a number.',
    p => `${p.what} "${p.value}" is not a whole number of the length its standard asks.`,
    () => 'Compare with the label.',
  ),
  LINK_CHAR: kind<{ found: string; expected: string }>(
    'blocks',
    'The link character of a HIBC secondary code is not the check character of its primary code.',
    p => `The second code carries link character "${p.found}"; the first code ends with "${p.expected}".`,
    () => 'Check that both codes were scanned from the same label.',
  ),
  ENVELOPE: kind<{ why: string }>(
    'blocks',
    'The frame of an ISO/IEC 15434 message is broken.',
    p => `The frame around the data (ISO/IEC 15434) is broken: ${p.why}.`,
    () => 'Let the scanner pass control characters unchanged (GS, RS, EOT) and scan again.',
  ),
  DATA_IDENTIFIER: kind<{ value: string }>(
    'blocks',
    'A field does not begin with a data identifier.',
    p => `"${p.value}" does not begin with a data identifier (up to three digits and a letter).`,
    () => 'Scan again; part of the code may be missing.',
  ),
  STRUCTURE: kind<{ value: string }>(
    'blocks',
    'An ISBT 128 data structure is unknown.',
    p => `"${p.value}" is not an ISBT 128 data structure this program knows.`,
    () => 'Compare with the label; only the structures for device labels are read.',
  ),
  PREFIX_NOT_NUMERIC: kind<{ value: string }>(
    'blocks',
    'A GS1 Basic UDI-DI does not begin with five digits.',
    p => `"${p.value}" does not begin with the at least five digits of a GS1 company prefix.`,
    () =>
      'Compare with the registration; the prefix is digits only (the letter O and the digit 0 are often confused).',
  ),
  PATTERN: kind<At & { pattern: string }>(
    'blocks',
    'A registration number does not have its pattern.',
    p => `${p.what} "${p.value}" does not have the pattern ${p.pattern}.`,
    p => `Write it as ${p.pattern}, without spaces.`,
  ),
  COUNTRY: kind<At>(
    'blocks',
    'A registration number begins with letters that are no country code.',
    p => `"${p.value}" in ${p.what} is no country code of the register.`,
    () => 'Compare with the register; Greece is GR or EL, Northern Ireland XI.',
  ),
  SEPARATOR_LOST: kind<{ what: string; value: string }>(
    'recommended',
    'A value of free length ends like further GS1 elements: a separator may have been lost.',
    p => `${p.what} "${p.value}" may hold further elements: a separator (FNC1) was probably lost.`,
    () => 'Compare with the printed text and choose the reading that agrees; nothing was split for you.',
  ),
  AMBIGUOUS: kind<{ value: string; taken: string; other: string }>(
    'recommended',
    'The text can be read in two ways.',
    p => `"${p.value}" was read as ${p.taken}; it could also be ${p.other}.`,
    () => 'Say which identifier it is, or scan with symbology identifiers switched on.',
  ),
  NO_DI: kind<{ value: string }>(
    'recommended',
    'The label was read, but it carries no device identifier.',
    () => 'The label carries no UDI-DI, only production data.',
    () => 'Scan the other code of the same label too.',
  ),
  PARTNER: kind<{ what: string; needed: string }>(
    'recommended',
    'A GS1 element is defined together with another, which may stand on another code of the same item.',
    p => `${p.what} belongs beside ${p.needed}, which this code does not carry.`,
    () => 'Scan the other code of the same label too.',
  ),
  SEPARATOR_EXTRA: kind<{ value: string }>(
    'recommended',
    'Two separators follow each other.',
    () => 'Two separators follow each other with nothing between them.',
    () => 'Check that no value was lost.',
  ),
  SPACES: kind<{ value: string }>(
    'recommended',
    'Spaces stand around a text or the brackets in it, where no standard has them.',
    p => `Spaces around the text "${p.value}" or its brackets were left out.`,
    () => 'Type the text without spaces.',
  ),
  GTIN_SHORT: kind<{ value: string; padded: string }>(
    'recommended',
    'A GTIN stands with fewer than 14 digits where 14 are asked.',
    p => `The GTIN "${p.value}" has fewer than 14 digits.`,
    p => `Write it with leading zeros: ${p.padded}.`,
  ),
  LINK_QUALIFIER: kind<{ what: string }>(
    'recommended',
    'A Digital Link gives in its query what belongs in its path.',
    p => `${p.what} stands in the query of the address; its place is the path.`,
    () => 'Tell the label maker; the value was read.',
  ),
  UNKNOWN_DATA: kind<{ value: string }>(
    'recommended',
    'A field with a data identifier that says nothing about a device was passed over.',
    p => `The field "${p.value}" was kept as it is; it is none of the UDI fields.`,
    () => 'Nothing to do if the other fields are right.',
  ),
  LEGACY: kind<{ value: string }>(
    'recommended',
    'An identifier EUDAMED gives to legacy devices; it is not scored.',
    p =>
      `"${p.value}" is a EUDAMED DI or ID of a legacy device; it carries no check pair of an issuing entity.`,
    () => 'Compare it with EUDAMED.',
  ),
  UNVERIFIED: kind<{ what: string; why: string }>(
    'recommended',
    'The identifier has the right shape, but nothing in it can be checked.',
    p => `${p.what} cannot be checked: ${p.why}.`,
    () => 'Compare it character by character with the label or the register.',
  ),
  PZN: kind<{ value: string; ppn: string }>(
    'recommended',
    'A German PZN is not itself a UDI-DI.',
    p => `"${p.value}" is a PZN; the UDI-DI of IFA is the PPN.`,
    p => `The PPN built from this PZN is ${p.ppn}.`,
  ),
  SWISS_SRN: kind<{ value: string }>(
    'recommended',
    'A Swiss actor number in the form of an SRN is not registered in EUDAMED.',
    p => `"${p.value}" begins with CH; Swiss actors are registered with Swissmedic (CHRN), not in EUDAMED.`,
    () =>
      'Use the SRN of the EU representative where the form asks for an SRN. To be confirmed with Swissmedic.',
  ),
})

const WORDS: Partial<Record<string, string>> = { SEPARATOR_LOST: 'possible missing separator' }

/** The class word a result shows for a finding code: `UDI-CHECK_DIGIT` -> `CHECK_DIGIT`. */
export function classWord(code: string): string {
  const name = code.slice(udiFindings.area.length + 1)
  return WORDS[name] ?? name
}
