import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, launch } from './testing/chromium.js'
import { newWalker, type Walker } from './testing/look.js'
import { type Filler, makeAdministrator, signIn } from './testing/people.js'
import { type Server, startDesk } from './testing/server.js'

const example = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../examples/${name}.json`, import.meta.url), 'utf8'))
const SCRIPT = '<script>window.hit=1</script><img src=x onerror="window.hit=1">'

describe.skipIf(CHROMIUM === undefined)('board and cases', () => {
  let server: Server
  let browser: Browser
  let walker: Walker
  let filler: Filler
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDesk(), launch()])
    filler = await makeAdministrator(server)
    walker = await newWalker(browser, server.base)
    await signIn(walker.page)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function fill(name: string, title: string, change: object = {}) {
    const made = await filler.send('POST', '/cases', { title, file: { ...example(name), ...change } })
    const id = String(made.json['id'])
    await filler.send('POST', `/cases/${id}/assessment`, {}, { 'if-match': made.etag ?? '' })
    ids[name] = id
  }

  it('an empty board and an empty list teach', async () => {
    const { page } = walker
    await page.getByRole('heading', { name: 'No clock runs' }).waitFor()
    await walker.look('board-empty')
    await page.getByRole('link', { name: 'Cases' }).click()
    await page.getByRole('heading', { name: 'No case here yet' }).waitFor()
    await walker.look('cases-empty')
  })

  it('a case is opened with what is needed, after all faults were shown at once', async () => {
    const { page } = walker
    await page.getByRole('link', { name: 'New case' }).first().click()
    await page.getByRole('heading', { name: 'New case', level: 1 }).waitFor()
    await page.getByLabel('Title').fill('Pump stopped during transport')
    await page.getByRole('button', { name: 'Open the case' }).click()
    const problem = page.getByRole('alert')
    await problem.waitFor()
    expect(await problem.getByRole('link').count()).toBeGreaterThanOrEqual(3)
    await walker.look('case-new-problems')
    await page.getByLabel('Reference', { exact: true }).fill('C-2026-001')
    await page.getByLabel('Country of the manufacturer').fill('de')
    await page.getByLabel('Device').fill('FlowGuard VP3')
    await page.getByLabel('When the incident was learnt of').fill('2026-11-23T16:05')
    await page.getByLabel('What happened').fill('The pump stopped; the patient was moved to another one.')
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.getByRole('heading', { name: 'C-2026-001', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'Who gets what' }).waitFor()
    await walker.look('case-new')
  })

  it('asks the questions one by one, each with the law and what the answers mean', async () => {
    const { page } = walker
    await page.getByRole('link', { name: /^Questions/ }).click()
    await page.getByRole('heading', { name: 'Open questions' }).waitFor()
    const before = await page.getByRole('listitem').filter({ hasText: 'What the answer means' }).count()
    expect(before).toBeGreaterThan(2)
    await walker.look('case-questions')
    await page.locator('#f-file-event-country').fill('DE')
    await page.getByRole('button', { name: 'Save and assess' }).click()
    await page.getByText('Saved, and assessed anew.').waitFor()
    await page.getByRole('heading', { name: 'Answered' }).waitFor()
    await walker.look('case-questions-answered')
  })

  it('the board shows every clock with its reason, and is narrowed and exported', async () => {
    const { page } = walker
    await fill('infusion-pump-death-germany', 'Free flow, Munich')
    await fill('insulin-pump-cyber-netherlands', 'Basal rate changed over the radio link')
    await fill('hiv-assay-false-negative-spain', 'False negative in two donors')
    await page.goto('/')
    await page
      .getByRole('row', { name: /Free flow, Munich/ })
      .first()
      .waitFor()
    await walker.look('board')
    await page.getByRole('button', { name: /^Why/ }).first().click()
    await page.getByText('Day 0').first().waitFor()
    await walker.look('board-why')
    await page.getByLabel('Authority').selectOption('BfArM (DE)')
    await page.waitForURL(/authority=BfArM/)
    await page.waitForFunction(() => document.querySelectorAll('tbody > tr:not(.detail)').length > 0)
    const authorities = await page.locator('tbody tr:not(.detail) td:nth-child(5)').allInnerTexts()
    expect(new Set(authorities)).toEqual(new Set(['BfArM (DE)']))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^board-.*\.csv$/)
    const csv = readFileSync((await download.path()) ?? '', 'utf8')
    expect(csv.split('\r\n').length).toBeGreaterThan(authorities.length)
  })

  it('a case shows who gets what and who does not, with the reason', async () => {
    const { page } = walker
    await page.goto(`/cases/${ids['insulin-pump-cyber-netherlands']}`)
    await page
      .getByText(/because it did not happen in Northern Ireland/)
      .first()
      .waitFor()
    await walker.look('case-duties')
    await page.getByRole('link', { name: 'Facts', exact: true }).click()
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    await walker.look('case-facts')
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page
      .getByText(/Assessed as of/)
      .first()
      .waitFor()
    await walker.look('case-timeline')
  })

  it('facts are changed; a fault leads to its field; what was typed outlives the page', async () => {
    const { page } = walker
    await page.goto(`/cases/${ids['infusion-pump-death-germany']}?tab=facts`)
    await page.getByRole('link', { name: 'Change the facts' }).click()
    await page.getByLabel('Title of the case').fill('Free flow in Munich')
    await page.getByText('What happened', { exact: true }).first().waitFor()
    await walker.look('case-facts-edit')
    await page.getByLabel('Patients', { exact: true }).fill('two')
    await page.reload()
    expect(await page.getByLabel('Title of the case').inputValue()).toBe('Free flow in Munich')
    await page.getByRole('button', { name: 'Save and assess' }).click()
    const problem = page.getByRole('alert')
    await problem.waitFor()
    await problem.getByRole('link').first().click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-file-event-patients')
    await page.getByLabel('Patients', { exact: true }).fill('1')
    await page.getByRole('button', { name: 'Save and assess' }).click()
    await page.getByText('Saved, and assessed anew.').waitFor()
    expect(await page.getByText('Free flow in Munich').first().isVisible()).toBe(true)
  })

  it('two people change the same case: the second sees what the first did, and chooses', async () => {
    const { page } = walker
    const path = `/cases/${ids['hiv-assay-false-negative-spain']}`
    await page.goto(`${path}?tab=facts&edit=1`)
    await page.getByLabel('Title of the case').fill('Mine')
    const there = await filler.send('GET', path)
    const { title: _, file, owner, closed } = there.json
    const notes = { ...(typeof file === 'object' ? file : {}), notes: 'Noted by the other' }
    await filler.send(
      'PUT',
      path,
      { title: 'Theirs', file: notes, owner, closed },
      { 'if-match': there.etag ?? '' },
    )
    await page.getByRole('button', { name: 'Save and assess' }).click()
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this meanwhile' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Noted by the other')
    await walker.look('case-conflict')
    await dialog.getByLabel('Keep: Title').selectOption('mine')
    await dialog.getByRole('button', { name: 'Take this over' }).click()
    await page.getByText('Saved, and assessed anew.').waitFor()
    const after = await filler.send('GET', path)
    expect(after.json['title']).toBe('Mine')
    expect(after.json['file']).toMatchObject({ notes: 'Noted by the other' })
  })

  it('script in every text is shown as text', async () => {
    const { page } = walker
    const made = await filler.send('POST', '/cases', {
      title: SCRIPT,
      file: {
        reference: '<b>X</b>',
        manufacturer: { name: SCRIPT, country: 'DE' },
        devices: [{ name: SCRIPT, description: SCRIPT, markets: { value: ['DE'], source: SCRIPT } }],
        event: { description: SCRIPT, country: 'DE' },
        notes: SCRIPT,
      },
    })
    const id = String(made.json['id'])
    await filler.send('POST', `/cases/${id}/assessment`, {}, { 'if-match': made.etag ?? '' })
    for (const at of [
      '/',
      '/cases',
      `/cases/${id}`,
      `/cases/${id}?tab=questions`,
      `/cases/${id}?tab=facts`,
      `/cases/${id}?tab=facts&edit=1`,
      `/cases/${id}?tab=timeline`,
    ]) {
      await page.goto(at)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect([at, await page.evaluate(() => 'hit' in window)]).toEqual([at, false])
      expect(await page.locator('#main script, #main img').count()).toBe(0)
    }
    await page.goto(`/cases/${id}`)
    await page.getByText('<script>').first().waitFor()
  })

  it('finds a case by its reference, from everywhere', async () => {
    const { page } = walker
    await page.getByLabel('Search cases').fill('c-2026')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'C-2026-001' }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    await walker.look('cases-found')
    await page.getByRole('link', { name: 'Show all cases' }).click()
    await page.getByRole('link', { name: 'PSIRT-2026-07' }).waitFor()
    await walker.look('cases')
  })

  it('said nothing on the console', () => {
    walker.quiet()
  })
})
