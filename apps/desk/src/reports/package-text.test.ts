import { answered, editAnswer, mir731, newReport } from '@vigie/forms'
import { day } from '@vigie/kernel'
import { expect, it } from 'vitest'
import { handoverOf } from './package-text.js'

const report = editAnswer(mir731, newReport(mir731), 'admin_info/mfrRef', answered('R-1'))
const to = (authority: string, authorityId: string | null, authorityReference: string | null = null) =>
  handoverOf({
    authority,
    authorityId,
    authorityReference,
    kind: 'initial',
    report,
    files: ['R-1.xml', 'R-1.pdf'],
    sender: 'Anke Petersen',
    on: day('2026-11-25'),
  })

it('writes the mail where an authority takes mail', () => {
  const { channel, mail, steps } = to('Swissmedic', 'CH-Swissmedic', 'Vk_1')
  expect([channel.means, steps]).toEqual(['e-mail', null])
  expect(mail).toMatchObject({
    to: 'materiovigilance@swissmedic.ch',
    subject: 'Initial report (MIR 7.3.1), our reference R-1 (your reference Vk_1)',
  })
  expect(mail?.body).toContain('- R-1.xml\n- R-1.pdf')
  expect(mail?.body).toMatch(/Yours faithfully\nAnke Petersen\n$/)
})

it('tells the steps where it takes a portal, and ends with the proof', () => {
  const { mail, steps } = to('MHRA', 'GB-MHRA')
  expect(mail).toBeNull()
  expect(steps?.[0]).toMatch(/^Open MORE/)
  expect(steps?.at(-1)).toMatch(/only then does the clock stop\.$/)
})

it('says so where the way is not known', () => {
  const { channel, steps } = to('Somebody', null)
  expect(channel).toMatchObject({ means: 'unknown', certainty: 'not-confirmed' })
  expect(steps?.[0]).toMatch(/not known here/)
})
