import type { S3Options } from '@vigie/record'

/** The bucket for files from VIGIE_S3_URL, VIGIE_S3_REGION, VIGIE_S3_KEY and VIGIE_S3_SECRET; undefined where none is set. */
export function s3From(
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
