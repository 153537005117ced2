import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, launch } from './testing/chromium.js'
import { newWalker, type Walker } from './testing/look.js'
import { ANKE, signIn } from './testing/people.js'
import { type Server, startDesk } from './testing/server.js'

describe.skipIf(CHROMIUM === undefined)('first start, sign-in, end of a session', () => {
  let server: Server
  let browser: Browser
  let walker: Walker
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDesk(), launch()])
    walker = await newWalker(browser, server.base)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('shows all that is wrong at once, each with a jump to its field', async () => {
    const { page } = walker
    await page.goto('/')
    await page.getByRole('heading', { name: 'Set up the desk' }).waitFor()
    expect(await page.title()).toBe('Set up the desk · Vigie')
    await walker.look('setup')
    await page.getByRole('button', { name: 'Make the administrator' }).click()
    const problem = page.getByRole('alert')
    await problem.waitFor()
    expect(await problem.getByRole('link').count()).toBeGreaterThan(3)
    await problem.getByRole('link', { name: /email/ }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email')
    await walker.look('setup-problems')
  })

  it('goes from the code in the terminal to the board', async () => {
    const { page } = walker
    await page.getByLabel('Code from the terminal').fill(server.setupCode)
    await page.getByLabel('Name of your organisation').fill(ANKE.organisation)
    await page.getByLabel('Your name').fill(ANKE.name)
    await page.getByLabel('Your e-mail address').fill(ANKE.email)
    await page.getByLabel('Your time zone').fill(ANKE.zone)
    await page.getByLabel('Password').fill(ANKE.password)
    await page.getByRole('button', { name: 'Make the administrator' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.getByText(ANKE.organisation).first().waitFor()
  })

  it('signs out, refuses a wrong password with a sentence, and signs in', async () => {
    const { page } = walker
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await walker.look('sign-in')
    await page.getByLabel('E-mail address').fill(ANKE.email)
    await page.getByLabel('Password').fill('not this one at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('The e-mail address or the password is wrong')
    await signIn(page)
  })

  it('keeps what was typed when the session ends', async () => {
    const { page } = walker
    await page.goto('/settings')
    await page.getByLabel('Search cases').fill('half a sentence')
    await page.context().clearCookies()
    await page.getByRole('link', { name: 'Cases' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    await dialog.waitFor()
    await walker.look('session-ended')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(true)
    await dialog.getByLabel('E-mail address').fill(ANKE.email)
    await dialog.getByLabel('Password').fill(ANKE.password)
    await dialog.getByRole('button', { name: 'Sign in and go on' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.getByLabel('Search cases').inputValue()).toBe('half a sentence')
  })

  it('goes by keyboard, tells where one is, and keeps the chosen colours', async () => {
    const { page } = walker
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Settings')
    expect(await page.title()).toBe('Settings · Vigie')
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.waitFor()
    await walker.look('shortcuts')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await page.getByLabel('Colours').selectOption('dark')
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await page.getByLabel('Colours').selectOption('system')
    await walker.look('settings')
    await page.goto('/no/such/page')
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    await walker.look('not-found')
  })

  it('said nothing on the console', () => {
    walker.quiet()
  })
})
