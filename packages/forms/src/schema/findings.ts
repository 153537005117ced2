import { defineCatalogue, kind } from '@vigie/kernel'

type Field = { label: string; element: string }
const name = (p: Field) => `${p.label} (${p.element})`

/** What the official schemas refuse. Every kind blocks: a portal that checks the schema turns the file away. */
export const schemaFindings = defineCatalogue('SCHEMA', {
  ROOT: kind<{ found: string; expected: string }>(
    'blocks',
    'The root element is not that of the form.',
    p => `The root element is ${p.found}; this form begins with <${p.expected}> without a namespace.`,
    () => 'Check that this is the right file, and take any namespace off it.',
  ),
  MISSING: kind<Field & { type: string }>(
    'blocks',
    'An element that this type of report needs is not there.',
    p =>
      `${name(p)} is missing; ${p.type === '' ? 'every report' : `a report of type "${p.type}"`} needs it.`,
    p => `Fill in ${p.label}.`,
  ),
  'UNKNOWN-ELEMENT': kind<{ element: string; parent: string }>(
    'blocks',
    'An element is there that the form does not have at this place.',
    p => `The element <${p.element}> does not belong in <${p.parent}>.`,
    () => 'Take it out, or move it to where the form has it; look at the spelling, capital letters count.',
  ),
  ORDER: kind<Field & { before: string }>(
    'blocks',
    'An element stands after one that it must come before.',
    p => `${name(p)} stands after <${p.before}> but must come before it.`,
    () => 'Put the elements in the order of the form; exporting the report again does that.',
  ),
  'TOO-OFTEN': kind<Field>(
    'blocks',
    'An element is there more than once but may be there once only.',
    p => `${name(p)} is there more than once.`,
    () => 'Keep one of them and take the others out.',
  ),
  'ONE-BRANCH': kind<{ element: string; branches: string }>(
    'blocks',
    'More than one branch of a choice is there.',
    p => `<${p.element}> must hold one of ${p.branches} only, but holds more.`,
    () => 'Keep the branch that is true and take the other out.',
  ),
  'STRAY-TEXT': kind<{ element: string; text: string }>(
    'blocks',
    'Text stands directly in an element that holds only elements.',
    p => `The text ${p.text} stands directly in <${p.element}>, which holds only elements.`,
    () => 'Take the text out or put it into the element it belongs to.',
  ),
  'INNER-ELEMENT': kind<Field & { inner: string }>(
    'blocks',
    'An element stands inside a field that holds only text.',
    p => `${name(p)} holds the element <${p.inner}>, but it can only hold text.`,
    () => 'Take the inner element out and keep its text.',
  ),
  ATTRIBUTE: kind<{ attribute: string; element: string }>(
    'blocks',
    'An attribute is there that the schema does not allow.',
    p => `The attribute ${p.attribute} is not allowed on <${p.element}>.`,
    () => 'Take the attribute out.',
  ),
  'ATTRIBUTE-MISSING': kind<{ attribute: string; element: string }>(
    'blocks',
    'An attribute of the root element that the schema demands is not there.',
    p => `The attribute ${p.attribute} of <${p.element}> is missing.`,
    () => 'Export the report again; the attribute is written by software.',
  ),
  LENGTH: kind<Field & { length: number; max: number }>(
    'blocks',
    'A text is longer than the schema allows.',
    p => `${name(p)} has ${p.length} characters; at most ${p.max} are allowed.`,
    p => `Shorten it by ${p.length - p.max} characters.`,
  ),
  'TOO-SHORT': kind<Field & { length: number; min: number }>(
    'blocks',
    'A text is empty or shorter than the schema allows.',
    p =>
      p.length === 0
        ? `${name(p)} is empty.`
        : `${name(p)} has ${p.length} characters; at least ${p.min} are needed.`,
    p =>
      p.length === 0
        ? `Fill in ${p.label}, or take the element out if it is not needed.`
        : 'Write the whole value.',
  ),
  VALUE: kind<Field & { text: string; values: readonly string[] }>(
    'blocks',
    'A text is not one of those the form offers.',
    p => `${name(p)} says ${p.text}, which is not one of the values of the form.`,
    p =>
      p.values.length > 12
        ? 'Take a value from the list of the form; capital letters and spaces count.'
        : `Write one of: ${p.values.map(v => `"${v}"`).join(', ')}. Capital letters and spaces count.`,
  ),
  DIGITS: kind<Field & { text: string }>(
    'blocks',
    'A number of a notified body has other characters than digits.',
    p => `${name(p)} says ${p.text}; it can only have digits.`,
    () => 'Write the number without spaces, letters or signs.',
  ),
  DATE: kind<Field & { text: string }>(
    'blocks',
    'A date does not exist or is not written as the schema wants it.',
    p => `${name(p)} says ${p.text}, which is not a day of the calendar written as YYYY-MM-DD.`,
    () => 'Write year, month and day as in 2026-02-28, without spaces around.',
  ),
  TIME: kind<Field & { text: string }>(
    'blocks',
    'A date with time is not written as the schema wants it.',
    p => `${name(p)} says ${p.text}, which is not a date and time as in 2026-02-28T09:30:00.`,
    () => 'Write date and time with a T between them, without spaces around.',
  ),
  INTEGER: kind<Field & { text: string }>(
    'blocks',
    'A whole number is not one.',
    p => `${name(p)} says ${p.text}, which is not a whole number.`,
    () => 'Write digits only, without separators or decimals, or take the element out.',
  ),
  DECIMAL: kind<Field & { text: string }>(
    'blocks',
    'A number is not one.',
    p => `${name(p)} says ${p.text}, which is not a number.`,
    () => 'Write digits with a point before decimals, as in 72.5, or take the element out.',
  ),
  'STATED-TYPE': kind<Field & { text: string; type: string }>(
    'blocks',
    'A value does not fit the type that its element states for itself.',
    p => `${name(p)} says ${p.text}, which is no value of ${p.type}, the type stated in its xsi:type.`,
    () => 'Take the attribute xsi:type out, or correct the value.',
  ),
  RANGE: kind<Field & { text: string; min: number; max: number }>(
    'blocks',
    'A number is outside the range of the schema.',
    p => `${name(p)} says ${p.text}; it must be from ${p.min} to ${p.max}.`,
    () => 'Correct the number.',
  ),
})
