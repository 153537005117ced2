import { defineCatalogue, kind } from '@vigie/kernel'

/** What the registry lacks about a manufacturer: it blocks registrations and empties boxes of forms. */
export const gapFindings = defineCatalogue('GAP', {
  SRN: kind<{ name: string }>(
    'may-stay-unknown',
    'No SRN.',
    p => `${p.name} has no SRN.`,
    () => 'Ask for the SRN that EUDAMED gave (MDR Art 31), and enter it.',
  ),
  'SRN-SHAPE': kind<{ name: string; srn: string }>(
    'blocks',
    'An SRN of the wrong shape.',
    p => `The SRN ${p.srn} of ${p.name} has not the shape of one.`,
    () => 'Compare it with the letter of registration.',
  ),
  CHRN: kind<{ name: string }>(
    'may-stay-unknown',
    'No CHRN.',
    p => `${p.name} has no CHRN.`,
    () => 'Ask for the number that Swissmedic gave, and enter it.',
  ),
  CONTACT: kind<{ name: string }>(
    'may-stay-unknown',
    'No contact.',
    p => `${p.name} has no e-mail address for vigilance.`,
    () => 'Enter the contact; authorities and partners write there.',
  ),
  ADDRESS: kind<{ name: string }>(
    'may-stay-unknown',
    'No address.',
    p => `${p.name} has no address.`,
    () => 'Enter street, city and postcode; the forms ask for them.',
  ),
  REPRESENTATIVE: kind<{ name: string; role: string; why: string }>(
    'may-stay-unknown',
    'No representative where one is needed.',
    p => `${p.name} has no ${p.role}, but ${p.why}.`,
    () => 'Enter the organisation with its role and the manufacturer it acts for.',
  ),
  ENDED: kind<{ name: string; role: string; on: string }>(
    'blocks',
    'A representative whose time is over.',
    p => `${p.name} is ${p.role} until ${p.on} only.`,
    () => 'Enter the new mandate, or the representative that follows.',
  ),
  REPORTING: kind<{ name: string }>(
    'may-stay-unknown',
    'Who reports is not said.',
    p => `It is not said whether ${p.name} sends the reports itself.`,
    () => 'Look into the mandate and choose.',
  ),
  'NO-FAMILY': kind<{ name: string }>(
    'may-stay-unknown',
    'A manufacturer without devices.',
    p => `${p.name} has no device family.`,
    () => 'Enter its device families, or read them in from a table.',
  ),
  BASIC: kind<{ name: string }>(
    'may-stay-unknown',
    'No Basic UDI-DI.',
    p => `${p.name} has no Basic UDI-DI.`,
    () => 'Enter it; a legacy device has a EUDAMED DI in its place.',
  ),
  'BASIC-CHECK': kind<{ name: string; value: string }>(
    'blocks',
    'A Basic UDI-DI that fails its check.',
    p => `The Basic UDI-DI ${p.value} of ${p.name} fails its check.`,
    () => 'Compare it with the declaration of conformity: almost surely a character is wrong.',
  ),
  CLASS: kind<{ name: string }>(
    'blocks',
    'No risk class.',
    p => `${p.name} has no risk class.`,
    () => 'Enter it as it stands in the certificate or the declaration of conformity.',
  ),
  EMDN: kind<{ name: string }>(
    'may-stay-unknown',
    'No EMDN code.',
    p => `${p.name} has no EMDN code.`,
    () => 'Choose it from the list of codes.',
  ),
  CERTIFICATE: kind<{ name: string; riskClass: string }>(
    'may-stay-unknown',
    'No certificate.',
    p => `${p.name} is of class ${p.riskClass} and has no valid certificate.`,
    () => 'Enter the certificate with its notified body.',
  ),
  DEVICE: kind<{ name: string }>(
    'may-stay-unknown',
    'A family without devices.',
    p => `${p.name} has no device.`,
    () => 'Enter its devices with their UDI-DI.',
  ),
  'UDI-DI': kind<{ name: string; count: number }>(
    'may-stay-unknown',
    'Devices without UDI-DI.',
    p => `${p.count} devices of ${p.name} have no UDI-DI.`,
    () => 'Enter them; without it no label points to the device.',
  ),
  MARKETS: kind<{ name: string; count: number }>(
    'blocks',
    'Devices without markets.',
    p => `${p.count} devices of ${p.name} have no market.`,
    () => 'Enter where they are sold: which authorities must be told depends on it.',
  ),
})
