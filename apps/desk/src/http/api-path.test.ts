import { expect, it } from 'vitest'
import { isApiPath, pathOf, routeOf } from './api-path.js'

it.each([
  ['/api/cases', true],
  ['/api', true],
  ['/health', true],
  ['/openapi.json', true],
  ['/cases', false],
  ['/apiary', false],
  ['/', false],
])('%s belongs to the API: %s', (path, is) => {
  expect(isApiPath(path)).toBe(is)
})

it.each([
  ['http://localhost:7373/api/cases?limit=1', '/cases'],
  ['http://localhost:7373/cases', '/cases'],
  ['http://localhost:7373/health', '/health'],
  ['http://localhost:7373/api/api/x', '/api/x'],
])('%s is the route %s', (url, route) => {
  expect(routeOf(new Request(url))).toBe(route)
})

it('reads the path of an address', () => {
  expect([
    pathOf('http://a'),
    pathOf('http://a/'),
    pathOf('http://a/b/c?d=/e'),
    pathOf('http://a/b#/c'),
  ]).toEqual(['/', '/', '/b/c', '/b'])
})
