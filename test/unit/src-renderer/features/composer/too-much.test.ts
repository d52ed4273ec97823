import { expect, test } from 'vitest'
import { longest, tooMuch, tooMuchToEdit } from '../../../../../src-renderer/features/composer/too-much'

test('what Telegram takes can go out', () => {
  expect(tooMuch('reply', 4096, 0)).toBeNull()
  expect(tooMuch('reply', 1024, 10)).toBeNull()
  expect(tooMuch('note', 4096, 3)).toBeNull()
})

test('what it does not take says by how much, and what to do', () => {
  expect(tooMuch('reply', 4300, 0)).toBe(
    'Telegram takes 4,096 characters in one message. Cut 204, or send it as two.',
  )
  expect(tooMuch('reply', 1025, 1)).toMatch(/^With a file, Telegram takes 1,024 characters\..*cut 1\.$/)
  expect(tooMuch('reply', 0, 12)).toMatch(/^One reply takes 10 files\. Remove 2/)
  expect(tooMuch('note', 4097, 0)).toBe('A note takes 4,096 characters. Cut 1, or write two.')
})

test('the count is of what may go with files', () => {
  expect([longest('reply', 0), longest('reply', 1), longest('note', 1)]).toEqual([4096, 1024, 4096])
})

test('new words of a sent reply may be as long as those it went out with', () => {
  expect(tooMuchToEdit(4096, 0)).toBeNull()
  expect(tooMuchToEdit(4100, 0)).toBe('Telegram takes 4,096 characters in one message. Cut 4.')
  expect(tooMuchToEdit(1030, 2)).toBe('Telegram takes 1,024 characters with a file. Cut 6.')
})
