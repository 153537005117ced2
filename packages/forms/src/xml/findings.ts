import { defineCatalogue, kind } from '@vigie/kernel'

const at = (p: { line: number; column: number }) => `line ${p.line}, column ${p.column}`

/** What can be wrong with a file before it is known to be a form. */
export const xmlFindings = defineCatalogue('XML', {
  EMPTY: kind<object>(
    'blocks',
    'The file has no content.',
    () => 'The file is empty.',
    () => 'Export the report again and give the new file.',
  ),
  'TOO-LARGE': kind<{ bytes: number; limit: number }>(
    'blocks',
    'The file is larger than the limit. It was not read.',
    p => `The file has ${p.bytes} bytes; at most ${p.limit} are read. Nothing in it was looked at.`,
    () => 'A real report has less than a megabyte. Check that this is the right file.',
  ),
  'TOO-MANY-TAGS': kind<{ tags: number; limit: number }>(
    'blocks',
    'The file has more elements than any report can have. It was not read.',
    p => `The file has about ${p.tags} tags; at most ${p.limit} are read. Nothing in it was looked at.`,
    () => 'Check that this is the right file; a real report has some hundred elements.',
  ),
  'TOO-DEEP': kind<{ line: number; column: number }>(
    'blocks',
    'Elements are nested deeper than the reader goes.',
    p => `The elements are nested more than 256 deep (${at(p)}).`,
    () => 'A real report is 6 deep. Check that this is the right file.',
  ),
  PDF: kind<object>(
    'blocks',
    'The file is a PDF that holds no form data that can be read.',
    () => 'This is a PDF, and no MIR form data were found in it.',
    () => 'Open the PDF in Adobe Reader, export the form as XML, and give that file.',
  ),
  HTML: kind<object>(
    'blocks',
    'The file is a web page.',
    () => 'This is a web page (HTML), not a report.',
    () => 'Download the XML file itself; a page is often saved in its place when a sign-in has run out.',
  ),
  ZIP: kind<object>(
    'blocks',
    'The file is an archive or an office document.',
    () => 'This is a ZIP archive or an office document, not XML.',
    () => 'Unpack it and give the XML file inside.',
  ),
  'NOT-XML': kind<{ start: string }>(
    'blocks',
    'The file is not XML.',
    p => `This is not XML: it begins with ${p.start}.`,
    () => 'Give the XML file that the official form or your software exports.',
  ),
  'CUT-OFF': kind<{ line: number; column: number; open: string }>(
    'blocks',
    'The file ends before its last element is closed.',
    p => `The file is cut off: it ends at ${at(p)} while ${p.open} is still open.`,
    () => 'Export or download it again; the copy did not finish.',
  ),
  MALFORMED: kind<{ line: number; column: number; says: string }>(
    'blocks',
    'The file breaks the rules of XML.',
    p => `This is not well-formed XML at ${at(p)}: ${p.says}.`,
    () => 'Mend the file at that place, or export it again from the program that made it.',
  ),
  ENCODING: kind<{ declared: string; line: number; column: number }>(
    'blocks',
    'The bytes do not fit the encoding the file declares.',
    p => `The file says its encoding is ${p.declared}, but its bytes are not (${at(p)}).`,
    () => 'Save it again as UTF-8; do not edit it with a program that changes the encoding.',
  ),
  'ENCODING-UNKNOWN': kind<{ declared: string }>(
    'blocks',
    'The file declares an encoding that is not known.',
    p => `The file says its encoding is ${p.declared}, which is not known here.`,
    () => 'Save it again as UTF-8.',
  ),
  'NO-ENCODING-MARK': kind<{ looks: string }>(
    'blocks',
    'The file is UTF-16 or UTF-32 without the mark that says so.',
    p => `The file looks like ${p.looks} but lacks the byte order mark that such a file needs.`,
    () => 'Save it again as UTF-8.',
  ),
  DOCTYPE: kind<{ entities: boolean }>(
    'blocks',
    'The file has a DOCTYPE. Reports have none, and it can be used to attack the reader. It was not read.',
    p =>
      p.entities
        ? 'The file has a DOCTYPE that declares entities. It was not read: such declarations can make a reader fetch files or fill its memory.'
        : 'The file has a DOCTYPE. It was not read: an official report has none.',
    () => 'Delete everything from <!DOCTYPE to the > that closes it, and write the entity texts out.',
  ),
})
