import { defineCatalogue, kind } from '@vigie/kernel'

/** What can be wrong with a print, or worth knowing about it. */
export const printFindings = defineCatalogue('PRINT', {
  'NO-COMPILER': kind<{ platform: string; why: string }>(
    'blocks',
    'The PDF compiler is not installed for this kind of computer.',
    p =>
      `PDF files cannot be made here: the PDF compiler has no program for ${p.platform} in this installation (${p.why}).`,
    () =>
      'Install again on this computer with optional packages (npm ci --include=optional), or make the PDF on Linux, macOS or Windows with an x64 or arm64 processor; the XML export works everywhere.',
  ),
  CHARACTERS: kind<{ characters: string }>(
    'recommended',
    'Characters of the report are not in the fonts of the print and are written by their number.',
    p =>
      `These characters have no shape in the fonts of the PDF and are printed by their Unicode number: ${p.characters}.`,
    () =>
      'Check that they belong in the text. For Chinese, Japanese, Korean, Arabic or Hebrew text add a font that has them.',
  ),
})
