import { defineCatalogue, kind } from '@vigie/kernel'

/** What can be wrong with a well-formed file that is not a report this package can check. */
export const formFindings = defineCatalogue('FORM', {
  FSCA: kind<object>(
    'blocks',
    'The file is a field safety corrective action report.',
    () =>
      'This is a field safety corrective action report (root element <fsca>), not an incident report (MIR).',
    () => 'Give the MIR file. FSCA reports are not checked by this command.',
  ),
  EUDAMED: kind<{ root: string }>(
    'blocks',
    'The file is a EUDAMED data-exchange message.',
    p =>
      `This is a EUDAMED data-exchange message (root element <${p.root}>), not a MIR of the official form.`,
    () => 'Export the report from the MIR form; EUDAMED messages are not read.',
  ),
  OTHER: kind<{ root: string }>(
    'blocks',
    'The file is XML of another kind.',
    p => `The root element is <${p.root}>; an incident report (MIR) begins with <incident>.`,
    () => 'Check that this is the right file.',
  ),
  'PDF-ENCRYPTED': kind<object>(
    'blocks',
    'The file is a PDF whose content is encrypted.',
    () => 'This is an encrypted PDF; its form data cannot be read.',
    () => 'Open the PDF in Adobe Reader, export the form as XML, and give that file.',
  ),
  'PDF-DATA-BROKEN': kind<{ says: string }>(
    'blocks',
    'The form data inside the PDF cannot be read.',
    p => `The form data inside this PDF cannot be read. ${p.says}`,
    () => 'Open the PDF in Adobe Reader, export the form as XML, and give that file.',
  ),
  'FROM-FORM-DATA': kind<{ source: string }>(
    'recommended',
    'The report was read from the data of the PDF form, not from an XML export.',
    p =>
      `This is ${p.source}. It was read as the form itself would export it: wrappers taken off, empty fields left out.`,
    () => 'Compare the result with the PDF before you send it.',
  ),
  'UNKNOWN-VERSION': kind<{ says: string; known: string }>(
    'blocks',
    'The file is a MIR of a version that is not known here.',
    p => `This MIR says it is of version ${p.says}; known are ${p.known}. It was not checked.`,
    () => 'Install a newer release of this program, or export the report in a known version.',
  ),
  'VERSION-TEXT': kind<{ says: string; version: string }>(
    'blocks',
    'The version the root element states is not one that the official form writes.',
    p =>
      `The root element says version "${p.says}", which is not known; the file was checked as MIR ${p.version}.`,
    p =>
      `If it is a MIR ${p.version}, write the version text of the official form; else get the form of that version.`,
  ),
  'SCHEMA-NAME': kind<{ named: string; type: string; file: string }>(
    'recommended',
    'The schema that the file names is not the one for its report type.',
    p => `The file names the schema ${p.named}, but for a report of type "${p.type}" it is ${p.file}.`,
    p => `Write xsi:noNamespaceSchemaLocation="${p.file}", or correct the type of report.`,
  ),
  'NOT-OFFICIALLY-CHECKED': kind<{ version: string }>(
    'recommended',
    'The official schema of this version is not available, so the file was checked against facts that are not all confirmed.',
    p => `Not verified against the official schema: the schema of MIR ${p.version} is not installed.`,
    () => 'Install the official schema files with `vigie schema install`.',
  ),
})
