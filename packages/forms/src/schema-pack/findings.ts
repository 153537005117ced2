import { defineCatalogue, kind } from '@vigie/kernel'

type File = { file: string }

/** What can be wrong with schema files that a user gives to be installed. */
export const packFindings = defineCatalogue('PACK', {
  'NO-SCHEMA': kind<{ files: number; wanted: string }>(
    'blocks',
    'No file has the name of an official schema of the form.',
    p =>
      p.files === 0
        ? 'There is no file in it.'
        : `None of the ${p.files} files in it is named like an official MIR schema (${p.wanted}).`,
    () =>
      'Get the archive with the MIR schemas from the European Commission’s page of reporting forms, and give it as it is.',
  ),
  'UNSAFE-NAME': kind<File>(
    'blocks',
    'A file name leads out of the archive. Nothing was installed.',
    p => `The name ${p.file} leads out of the archive. Nothing was installed.`,
    () => 'Do not use this archive; get it again from the official page.',
  ),
  TWICE: kind<File>(
    'blocks',
    'Two files have the name of the same schema but not the same content.',
    p => `There are several files named ${p.file}, and they differ.`,
    () => 'Give an archive or folder with one release only.',
  ),
  'TOO-LARGE': kind<File & { bytes: number; limit: number }>(
    'blocks',
    'A schema file is larger than the limit.',
    p => `${p.file} has ${p.bytes} bytes; at most ${p.limit} are read. An official schema has about 60,000.`,
    () => 'Check that this is the official file.',
  ),
  UNREADABLE: kind<File & { says: string }>(
    'blocks',
    'A schema file is not well-formed XML.',
    p => `${p.file} cannot be read. ${p.says}`,
    () => 'Get the file again; the copy is damaged.',
  ),
  DOCTYPE: kind<File>(
    'blocks',
    'A schema file has a DOCTYPE. It was not read.',
    p => `${p.file} has a DOCTYPE, which can make a reader fetch files or fill its memory. It was not read.`,
    () => 'The official schemas have none; get them again from the official page.',
  ),
  'NOT-A-SCHEMA': kind<File & { root: string }>(
    'blocks',
    'A file with the name of a schema is none.',
    p => `${p.file} is not an XML Schema: its root element is <${p.root}>.`,
    () => 'Get the file again from the official page.',
  ),
  'OTHER-FORM': kind<File & { element: string }>(
    'blocks',
    'A schema does not describe the form its name says.',
    p => `${p.file} does not declare the element <${p.element}> that the form begins with.`,
    () => 'Check that the file was not renamed.',
  ),
  OUTSIDE: kind<File & { refers: string }>(
    'blocks',
    'A schema refers to a file outside the archive. Such files are never fetched.',
    p => `${p.file} refers to ${p.refers}, which is outside the archive and is never fetched.`,
    () => 'Use the official schemas as published; they refer to nothing outside.',
  ),
  'NOT-INCLUDED': kind<File & { refers: string }>(
    'blocks',
    'A schema includes a file that is not there.',
    p => `${p.file} includes ${p.refers}, which is not among the files given.`,
    () => 'Give the whole archive, not single files of it.',
  ),
  'DOES-NOT-COMPILE': kind<File & { line: number; says: string }>(
    'blocks',
    'A schema breaks the rules of XML Schema.',
    p => `${p.file} cannot be used as a schema (line ${p.line}): ${p.says}`,
    () => 'Get the file again from the official page.',
  ),
  'TYPE-MISSING': kind<File & { type: string; version: string }>(
    'recommended',
    'There is no schema for one of the report types.',
    p =>
      `The schema for reports of type "${p.type}" (${p.file}) is not there; such reports of MIR ${p.version} stay unverified.`,
    () => 'Install the whole archive if you send reports of that type.',
  ),
  'OTHER-VERSION': kind<File & { version: string; sign: string }>(
    'recommended',
    'A schema looks like that of another version.',
    p => `${p.file} ${p.sign}, which does not fit what is known of MIR ${p.version}.`,
    () => 'Check that the file was not renamed, and read the text at its beginning.',
  ),
})

type Says = { schema: string }
type Field = Says & { label: string }
const said = (p: Says) => ` The schema says: ${p.schema}`

/** What an installed official schema refuses in a report. */
export const xsdFindings = defineCatalogue('XSD', {
  ROOT: kind<Says>(
    'blocks',
    'The document does not begin with the element of the form.',
    p => `This is not a report that the official schema knows.${said(p)}`,
    () => 'Check that this is the right file.',
  ),
  MISSING: kind<Field & { missing: string }>(
    'blocks',
    'Something that the official schema demands is missing.',
    p => `${p.label} lacks ${p.missing}.${said(p)}`,
    p => `Fill in ${p.missing}.`,
  ),
  'NOT-EXPECTED': kind<Field & { expected: string }>(
    'blocks',
    'An element stands where the official schema does not allow it.',
    p => `${p.label} cannot stand here.${said(p)}`,
    p =>
      p.expected === ''
        ? 'Take it out: the form has no such field here.'
        : `Look first whether ${p.expected} is missing before it; else put it in its place or take it out.`,
  ),
  'TOO-LONG': kind<Field>(
    'blocks',
    'A text is longer than the official schema allows.',
    p => `${p.label} is too long.${said(p)}`,
    () => 'Shorten it; nothing is ever cut off for you.',
  ),
  'TOO-SHORT': kind<Field>(
    'blocks',
    'A text is shorter than the official schema allows, or empty.',
    p => `${p.label} is too short or empty.${said(p)}`,
    () => 'Fill it in, or leave the field out if the form does not need it.',
  ),
  VALUE: kind<Field>(
    'blocks',
    'A text is not one of those that the official schema lists.',
    p => `${p.label} has a value that the form does not offer.${said(p)}`,
    () => 'Choose one of the values that the schema lists; capital letters and spaces count.',
  ),
  RANGE: kind<Field>(
    'blocks',
    'A number is outside what the official schema allows.',
    p => `${p.label} is too large or too small.${said(p)}`,
    () => 'Correct the number; nothing is ever changed for you.',
  ),
  KIND: kind<Field>(
    'blocks',
    'A text is not a date, number or other kind of value that the official schema wants.',
    p => `${p.label} is not written as the form wants it.${said(p)}`,
    () => 'Write dates as 2026-02-28, whole numbers as digits only, and check the day exists.',
  ),
  CONTENT: kind<Field>(
    'blocks',
    'An element holds text or elements that the official schema does not allow in it.',
    p => `${p.label} holds something it must not hold.${said(p)}`,
    () => 'Keep plain text in fields, and only fields in sections.',
  ),
  ATTRIBUTE: kind<Field>(
    'blocks',
    'An attribute is missing or not allowed by the official schema.',
    p => `An attribute of ${p.label} is wrong or missing.${said(p)}`,
    () => 'Export the report again; attributes are written by software.',
  ),
  OTHER: kind<Field>(
    'blocks',
    'The official schema refuses something.',
    p => `${p.label} is refused by the official schema.${said(p)}`,
    () => 'Compare the field with the help of the form.',
  ),
})
