import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LOOKS = [
  { width: 1280, scheme: 'light', axe: true },
  { width: 1280, scheme: 'dark', axe: true },
  { width: 768, scheme: 'light', axe: true },
  { width: 768, scheme: 'dark', axe: false },
] as const
/** Failed answers are part of the walks; everything else that the console says is a fault of ours. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 4\d\d/

let folder: string | undefined
/** Where the screenshots go: VIGIE_SHOTS, or a folder of their own. */
function shots(): string {
  folder ??= process.env['VIGIE_SHOTS'] ?? mkdtempSync(join(tmpdir(), 'vigie-shots-'))
  mkdirSync(folder, { recursive: true })
  return folder
}

export interface Walker {
  readonly page: Page
  /** Looks at the page as it is: axe finds nothing, nothing is wider than the window; takes the screenshots. */
  look(name: string): Promise<void>
  /** Nothing was said on the console: no fault of the program, no breach of the policy. */
  quiet(): void
}

/** A person at a browser of their own. */
export async function newWalker(browser: Browser, base: string): Promise<Walker> {
  const context = await browser.newContext({
    baseURL: base,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const said: string[] = []
  page.on('console', message => {
    const isFault = message.type() === 'error' || message.type() === 'warning'
    if (isFault && !EXPECTED.test(message.text())) said.push(message.text())
  })
  page.on('pageerror', error => said.push(String(error)))
  return {
    page,
    look: name => look(page, name),
    quiet: () => expect(said).toEqual([]),
  }
}

async function look(page: Page, name: string): Promise<void> {
  for (const { width, scheme, axe } of LOOKS) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(shots(), `${name}-${width}-${scheme}.png`), fullPage: true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([name, width, 'wider than the window by', Math.max(0, wide)]).toEqual([
      name,
      width,
      'wider than the window by',
      0,
    ])
    if (axe) expect([name, width, scheme, await violations(page)]).toEqual([name, width, scheme, []])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const result: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')
  return result.violations.flatMap(v =>
    v.nodes
      .slice(0, 4)
      .map(n => `${v.id}: ${n.target.join(' ')} (${n.failureSummary?.split('\n')[1]?.trim() ?? ''})`),
  )
}
