import { writeMoment } from '../../facts/moment.js'

/** The case file that a form begins; what was left empty is left out, so that the law asks for it. */
export function newCaseFile(textOf: (name: string) => string): unknown {
  const [day = '', time = ''] = textOf('learnt').split('T')
  const description = textOf('description')
  return {
    reference: textOf('reference').trim(),
    manufacturer: { name: textOf('manufacturer').trim(), country: textOf('country').trim().toUpperCase() },
    devices: [{ name: textOf('device').trim() }],
    ...(description.trim() === '' ? { event: {} } : { event: { description } }),
    ...(day === ''
      ? {}
      : {
          awareness: [
            {
              of: 'incident',
              at: writeMoment({ day, time, place: textOf('zone').trim() }),
              by: 'manufacturer',
            },
          ],
        }),
  }
}
