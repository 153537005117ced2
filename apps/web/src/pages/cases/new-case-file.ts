import { writeMoment } from '../../facts/moment.js'

/** The case file that a form begins; what was left empty is left out, so that the law asks for it. */
export function newCaseFile(textOf: (name: string) => string): unknown {
  const [day = '', time = ''] = textOf('learnt').split('T')
  const description = textOf('description')
  // A blank is left out, so that the finding says what is missing and not that a text is too short.
  const said = (name: string) => textOf(name).trim() || undefined
  return {
    reference: said('reference'),
    manufacturer: { name: said('manufacturer'), country: said('country')?.toUpperCase() },
    devices: [{ name: said('device') }],
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
