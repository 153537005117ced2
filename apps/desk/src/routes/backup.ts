import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { backup, INSTALLATION, note } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { body, refusal } from '../schemas.js'
import { SYSTEM } from '../sign-in/system.js'

const LEAST = 12

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/backup',
    summary: 'The whole record of the installation in one file, as it stands at one moment',
    tags: ['server'],
    ...access(s, 'installation'),
    request: {
      body: body(
        z
          .strictObject({
            passphrase: z
              .string()
              .min(LEAST)
              .max(1000)
              .optional()
              .openapi({ description: 'Seals the file; without it whoever has the file can read it.' }),
          })
          .openapi('NewBackup'),
      ),
    },
    responses: {
      200: {
        description:
          'The file. It is whole only when it ends with its list of contents: check it with vigie restore.',
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusal,
    },
  })

/** Backups while the desk works: the embedded record is open in this process alone. */
export function backupRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { passphrase } = c.req.valid('json')
    const by = { path: '/by', after: actor.actorId }
    await s.store.withInstallation(SYSTEM, tx =>
      note(tx, { entity: 'tenants', id: INSTALLATION, reason: 'Backup taken' }, [by]),
    )
    const bytes = backup(s.store, s.files, passphrase === undefined ? {} : { passphrase })
    // What is wrong at the beginning is still a problem; later only the connection can be cut.
    const first = await bytes.next()
    async function* whole() {
      if (first.done !== true) yield first.value
      yield* bytes
    }
    c.header('content-type', 'application/octet-stream')
    c.header('content-disposition', 'attachment; filename="vigie.backup"')
    return c.body(Readable.toWeb(Readable.from(whole())))
  })
}
