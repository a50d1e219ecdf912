import { expect, test } from 'vitest'
import { isReachedByWalls, wallLink } from '../../../renderer/settings/wall-link.ts'

test('a wall link leads to the hub that made it, whatever characters the token has', () => {
  const link = new URL(wallLink('https://noc.example:8642', 'a+b/c=&d'))
  expect([link.origin, link.pathname]).toEqual(['https://noc.example:8642', '/wall'])
  expect(link.searchParams.get('token')).toBe('a+b/c=&d')
})

test('only pages that another screen can open offer links to it', () => {
  const pages = [
    'http://127.0.0.1:8642/#/settings',
    'https://noc.example/',
    'meridian://app/index.html',
    'file:///x',
  ]
  expect(pages.filter((page) => isReachedByWalls(new URL(page)))).toEqual(pages.slice(0, 2))
})
