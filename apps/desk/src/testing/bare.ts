import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The same HTTP library and database without the desk: what a cold start is compared with. */
const HAND = new URL('../../../../packages/record/dist/testing/hand.js', import.meta.url)
const { handPglite, handPostgres }: typeof import('../../../../packages/record/src/testing/hand.js') =
  await import(HAND.href)
const { DATABASE_URL: url = '', VIGIE_DATA: folder = '' } = process.env
const hand = url === '' ? await handPglite(folder) : await handPostgres(url)
await hand.query('select 1')
const app = new Hono().get('/', c => c.text('ok'))
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`answers at http://127.0.0.1:${port}\n`)
})
process.on('SIGTERM', () => {
  server.close()
  void hand.close().then(() => process.exit(0))
})
