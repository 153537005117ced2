import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const MFR = 'admin_info/contact_info/reporterMfr'

export const submitter = defineRule({
  id: 'submitter',
  source:
    'Section 1.3 of the form: one submitter; where the manufacturer submits, 1.3.4 repeats 1.3.2 (MIR 7.2.1)',
  kinds: {
    'NO-SUBMITTER': kind<object>(
      'blocks',
      'Nobody is named as the submitter. The official schema lets this pass.',
      () => 'No submitter is named: section 1.3 is empty.',
      () => 'Fill in the branch of the manufacturer, the authorised representative or another submitter.',
    ),
    'SUBMITTER-DIFFERS': kind<{ submitter: string; manufacturer: string }>(
      'recommended',
      'The manufacturer submits, but the submitter has another name.',
      p =>
        `The manufacturer submits, but the submitter is "${p.submitter}" and the manufacturer "${p.manufacturer}".`,
      () => 'Repeat the manufacturer in 1.3.4, or choose the branch of who really submits.',
    ),
  },
  check(form, make, add) {
    if (form.branch() === undefined) add(make['NO-SUBMITTER'](form.at('admin_info/contact_info'), {}))
    const name = form.text(`${MFR}/reporterDetails/reporterOrgName`)
    const manufacturer = form.text(`${MFR}/mfrDetails/mfrName`)
    if (name !== undefined && manufacturer !== undefined && name.trim() !== manufacturer.trim())
      add(
        make['SUBMITTER-DIFFERS'](form.at(`${MFR}/reporterDetails/reporterOrgName`), {
          submitter: name,
          manufacturer,
        }),
      )
  },
})
