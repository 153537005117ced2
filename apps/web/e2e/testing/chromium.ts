import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM = process.env['VIGIE_CHROMIUM'] ?? PLACES.find(place => existsSync(place))

if (CHROMIUM === undefined) {
  process.stderr.write(
    'No Chromium here, so the walks through the pages are skipped. On Debian: apt-get install chromium\n',
  )
}

export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-background-networking', '--force-prefers-reduced-motion']
  return chromium.launch({ args, ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) })
}
