import { expect, it } from 'vitest'
import { settingsFrom } from './settings.js'

it('listens on this machine alone, over a folder, unless told otherwise', () => {
  expect(settingsFrom({})).toEqual({
    folder: 'vigie-data',
    keyFile: 'vigie-data.key',
    host: '127.0.0.1',
    port: 7373,
    origins: [],
  })
})

it('takes a server, a port and the addresses people use', () => {
  const env = {
    DATABASE_URL: 'postgresql://x',
    VIGIE_PORT: '80',
    VIGIE_ORIGIN: 'https://a.example, http://b:81',
  }
  expect(settingsFrom(env)).toMatchObject({
    databaseUrl: 'postgresql://x',
    port: 80,
    origins: ['https://a.example', 'http://b:81'],
  })
})

it('keeps files in a bucket where one is set', () => {
  const env = { VIGIE_S3_URL: 'https://s3.example/vigie', VIGIE_S3_KEY: 'k', VIGIE_S3_SECRET: 's' }
  expect(settingsFrom(env)).toMatchObject({
    s3: {
      bucketUrl: 'https://s3.example/vigie',
      region: 'us-east-1',
      accessKeyId: 'k',
      secretAccessKey: 's',
    },
  })
})

it.each([
  [{ VIGIE_S3_URL: 's3.example' }, /VIGIE_S3_URL/],
  [{ VIGIE_S3_URL: 'https://s3.example/vigie', VIGIE_S3_KEY: 'k' }, /VIGIE_S3_SECRET/],
  [{ VIGIE_PORT: '70000' }, /VIGIE_PORT/],
  [{ VIGIE_PORT: 'http' }, /VIGIE_PORT/],
  [{ VIGIE_DATA: '/srv/vigie/', VIGIE_KEY_FILE: '/srv/vigie/key' }, /VIGIE_KEY_FILE/],
  [{ VIGIE_OIDC_ISSUER: 'https://id.example' }, /VIGIE_OIDC_CLIENT_ID and VIGIE_OIDC_CLIENT_SECRET/],
  [
    { VIGIE_OIDC_ISSUER: 'http://id.example', VIGIE_OIDC_CLIENT_ID: 'a', VIGIE_OIDC_CLIENT_SECRET: 'b' },
    /VIGIE_OIDC_ISSUER/,
  ],
  [{ VIGIE_ORIGIN: 'desk.example' }, /VIGIE_ORIGIN/],
  [{ VIGIE_ORIGIN: 'https://desk.example/path' }, /VIGIE_ORIGIN/],
  [{ VIGIE_ORIGIN: 'ftp://desk.example' }, /VIGIE_ORIGIN/],
])('says what is wrong with %o', (env, fault) => {
  expect(settingsFrom(env)).toEqual({ fault: expect.stringMatching(fault) })
})

it('sends mail where both the server and the address of the sender are given, and repeats no password', () => {
  const mail = { VIGIE_SMTP_URL: 'smtp://u:secret@mail.example.org', VIGIE_MAIL_FROM: 'desk@example.org' }
  expect(settingsFrom(mail)).toMatchObject({ mail: { url: mail.VIGIE_SMTP_URL, from: 'desk@example.org' } })
  expect(settingsFrom({ VIGIE_SMTP_URL: mail.VIGIE_SMTP_URL })).toEqual({
    fault: expect.stringMatching(/^VIGIE_MAIL_FROM/),
  })
  const wrong = settingsFrom({ ...mail, VIGIE_SMTP_URL: 'http://u:secret@mail.example.org' })
  expect(wrong).toEqual({ fault: expect.stringMatching(/^VIGIE_SMTP_URL/) })
  expect(JSON.stringify(wrong)).not.toContain('secret')
  expect(settingsFrom({ VIGIE_JOBS: 'off' })).toMatchObject({ jobs: false })
})
