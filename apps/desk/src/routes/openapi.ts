import { caseJsonSchema } from '@vigie/facts'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { API } from '../http/api-path.js'

/** The description of the API, made from the schemas that check requests. */
export function openApiRoutes(app: Desk, _services: Services): void {
  const { registry } = { registry: app.openAPIRegistry }
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'vigie-session',
  })
  registry.registerComponent('schemas', 'CaseFile', caseJsonSchema())
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    servers: [{ url: API }],
    info: {
      title: 'Vigie desk',
      version: '0.1.0',
      description: 'Cases, devices and what is due, over the permanent record.',
    },
  })
}
