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
  /** Folder of the built page; the one of this repository when absent. */
  readonly pages?: string
}

const DEFAULT_PORT = '7373'

/** Reads DATABASE_URL, VIGIE_DATA, VIGIE_HOST, VIGIE_PORT and VIGIE_ORIGIN (several with commas between). */
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
  const url = env['DATABASE_URL']
  return {
    ...(url === undefined || url === '' ? {} : { databaseUrl: url }),
    folder: env['VIGIE_DATA'] ?? 'vigie-data',
    host,
    port,
    origins: given ?? [],
  }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text
}
