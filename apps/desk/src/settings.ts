import type { S3Options } from '@vigie/record'

/** How the server is started, from the environment. */
export interface Settings {
  readonly databaseUrl?: string
  /** Folder of the embedded database, where no URL is given. */
  readonly folder: string
  /** An S3-compatible bucket for files, in place of the folder `files` in `folder`. */
  readonly s3?: S3Options
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Addresses people use beside those of this machine. */
  readonly origins: readonly string[]
  /** Folder of the built page; the one of this repository when absent. */
  readonly pages?: string
}

const DEFAULT_PORT = '7373'

/**
 * Reads DATABASE_URL, VIGIE_DATA, VIGIE_HOST, VIGIE_PORT, VIGIE_ORIGIN (several with commas between), and VIGIE_S3_URL with
 * VIGIE_S3_REGION, VIGIE_S3_KEY and VIGIE_S3_SECRET.
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
  const s3 = s3From(env)
  if (s3 !== undefined && 'fault' in s3) return s3
  const url = env['DATABASE_URL']
  return {
    ...(url === undefined || url === '' ? {} : { databaseUrl: url }),
    folder: env['VIGIE_DATA'] ?? 'vigie-data',
    ...(s3 === undefined ? {} : { s3 }),
    host,
    port,
    origins: given ?? [],
  }
}

function s3From(
  env: Readonly<Record<string, string | undefined>>,
): S3Options | { readonly fault: string } | undefined {
  const bucketUrl = env['VIGIE_S3_URL'] ?? ''
  if (bucketUrl === '') return undefined
  if (!/^https?:/.test(bucketUrl) || !URL.canParse(bucketUrl)) {
    return {
      fault: `VIGIE_S3_URL is "${bucketUrl}"; give the address of the bucket, as https://s3.example.org/vigie.`,
    }
  }
  const [accessKeyId = '', secretAccessKey = ''] = [env['VIGIE_S3_KEY'], env['VIGIE_S3_SECRET']]
  if (accessKeyId === '' || secretAccessKey === '') {
    return { fault: 'VIGIE_S3_URL is set; VIGIE_S3_KEY and VIGIE_S3_SECRET are needed with it.' }
  }
  return { bucketUrl, region: env['VIGIE_S3_REGION'] ?? 'us-east-1', accessKeyId, secretAccessKey }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text
}
