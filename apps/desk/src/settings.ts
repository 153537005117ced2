/** How the server is started, from the environment. */
export interface Settings {
  readonly databaseUrl?: string
  /** Folder of the embedded database, where no URL is given. */
  readonly folder: string
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Addresses people use beside those of this machine. */
  readonly origins: readonly string[]
  /** The mail server; without it messages are offered as files. */
  readonly mail?: { readonly url: string; readonly from: string }
  /** False for a process that answers requests and leaves the jobs to others. */
  readonly jobs?: boolean
}

const DEFAULT_PORT = '7373'

/**
 * Reads DATABASE_URL, VIGIE_DATA, VIGIE_HOST, VIGIE_PORT, VIGIE_ORIGIN (several with commas between), VIGIE_SMTP_URL with
 * VIGIE_MAIL_FROM, and VIGIE_JOBS (`off` for none).
 */
export function settingsFrom(
  env: Readonly<Record<string, string | undefined>>,
): Settings | { readonly fault: string } {
  const host = env['VIGIE_HOST'] ?? '127.0.0.1'
  const portText = env['VIGIE_PORT'] ?? DEFAULT_PORT
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) return { fault: `VIGIE_PORT is "${portText}"; give a number from 0 to 65535.` }
  const given = env['VIGIE_ORIGIN']?.split(',').map(o => o.trim())
  const wrong = given?.find(o => !isOrigin(o))
  if (wrong !== undefined) {
    return { fault: `VIGIE_ORIGIN has "${wrong}"; write it as https://desk.example.org, without a path.` }
  }
  const mail = mailFrom(env['VIGIE_SMTP_URL'], env['VIGIE_MAIL_FROM'])
  if (typeof mail === 'string') return { fault: mail }
  const url = env['DATABASE_URL']
  return {
    ...(url === undefined || url === '' ? {} : { databaseUrl: url }),
    folder: env['VIGIE_DATA'] ?? 'vigie-data',
    host,
    port,
    origins: given ?? [],
    ...(mail === undefined ? {} : { mail }),
    ...(env['VIGIE_JOBS'] === 'off' ? { jobs: false } : {}),
  }
}

/** Where mail goes out; a text is the fault. */
function mailFrom(url: string | undefined, from: string | undefined): Settings['mail'] | string {
  if (url === undefined || url === '') return undefined
  // The address may hold a password, so it is not repeated.
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '') {
    return 'VIGIE_SMTP_URL cannot be read; write it as smtp://user:password@mail.example.org:587.'
  }
  if (from === undefined || !/^[^@\r\n]+@[^@\s]+$/.test(from)) {
    return 'VIGIE_MAIL_FROM is needed with VIGIE_SMTP_URL: the address that messages come from.'
  }
  return { url, from }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text
}
