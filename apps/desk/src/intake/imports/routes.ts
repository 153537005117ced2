import { createRoute, z } from '@hono/zod-openapi'
import type { Services } from '../../env.js'
import { access } from '../../http/authenticate.js'
import {
  answer,
  body,
  finding,
  idPath,
  ifMatch,
  line,
  page,
  pageQuery,
  refusal,
  tenantId,
} from '../../schemas.js'
import { IMPORT_KINDS } from './fields.js'
import { importSettings } from './settings.js'
import { checkedView, fieldView, importView } from './views.js'

const preview = importView
  .extend({
    format: z.enum(['csv', 'xlsx']),
    notices: z.array(z.string()),
    fields: z.array(fieldView),
    sheets: z.array(
      z.object({
        name: z.string(),
        columns: z.array(z.string()),
        rows: z.number().int(),
        firstRows: z.array(z.object({ number: z.number().int(), cells: z.array(z.string()) })),
        findings: z.array(finding),
        guess: z.record(z.string(), z.number().int()).openapi({
          description: 'Field to column, counted from 0, by the headings; look before you use it.',
        }),
      }),
    ),
  })
  .openapi('ImportPreview')

const binary = { schema: { type: 'string' as const, format: 'binary' } }
export const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/imports',
    summary: 'Send a table (CSV or XLSX) and see what is in it; nothing is read in yet',
    tags: ['imports'],
    ...access(s, 'write'),
    request: {
      query: z.strictObject({ kind: z.enum(IMPORT_KINDS), name: line(200), tenantId }),
      body: { required: true, content: { 'application/octet-stream': binary, 'text/csv': binary } },
    },
    responses: {
      201: answer(preview, 'Sheets, columns, first rows and a guess at the mapping.'),
      ...refusal,
    },
  })

export const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/imports',
    summary: 'Tables that were sent, newest first, each with what became of its rows',
    tags: ['imports'],
    ...access(s, 'read'),
    request: { query: z.strictObject({ ...pageQuery, tenantId }) },
    responses: { 200: answer(page(importView), 'A page.'), ...refusal },
  })

export const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/imports/{id}',
    summary: 'One table that was sent, with its reconciliation',
    tags: ['imports'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(importView, 'It.'), ...refusal },
  })

export const check = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/imports/{id}/check',
    summary: 'Try a mapping: every fault by row and column; nothing is written',
    tags: ['imports'],
    ...access(s, 'write'),
    request: { params: idPath, body: body(importSettings) },
    responses: { 200: answer(checkedView, 'What it would do.'), ...refusal },
  })

export const run = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/imports/{id}/run',
    summary: 'Read the table in: all or nothing, or the good rows where that is chosen',
    tags: ['imports'],
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({
            settings: importSettings,
            onFaults: z.enum(['refuse', 'good-rows']).default('refuse'),
          })
          .openapi('ImportRun'),
      ),
    },
    responses: { 200: answer(importView, 'Done; the report says what became of each row.'), ...refusal },
  })

export const bad = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/imports/{id}/bad-rows',
    summary: 'The rows that were left out, as CSV with the reason',
    tags: ['imports'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: { description: 'CSV in UTF-8.', content: { 'text/csv': { schema: { type: 'string' } } } },
      ...refusal,
    },
  })
