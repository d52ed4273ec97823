import { expect, it } from 'vitest'
import { readWidth } from '../../../../src-renderer/app/queue-width'

it('remembers the width of the queue, within its limits', () => {
  expect(readWidth('360')).toBe(360)
  expect(readWidth('9999')).toBe(420)
  expect(readWidth('12')).toBe(320)
})

it('lets the window decide when nothing sensible was kept', () => {
  for (const kept of [null, '', 'wide', '-3', 'NaN']) expect(readWidth(kept)).toBeNull()
})
