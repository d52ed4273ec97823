import { expect, test } from 'vitest'
import { whyNotStarted } from '../../../../src-main/shell/why-not-started'

test('a folder that cannot be written to is named, with what to do', () => {
  const error = Object.assign(new Error('EACCES: permission denied'), {
    code: 'EACCES',
    path: '/home/anna/desk',
  })
  expect(whyNotStarted(error)).toMatch(
    /^The profile’s folder cannot be written to\. Give .*\n\n\/home\/anna\/desk\n\nNothing/,
  )
})

test('a full disk is called that', () => {
  expect(whyNotStarted({ code: 'ENOSPC' })).toMatch(/^The disk is full\. Make room on it\.\n\nNothing/)
})

test('the text of any other error stays out of the box', () => {
  const said = whyNotStarted(new TypeError('cannot read "My card is 4111"'))
  expect(said).toContain('(TypeError)')
  expect(said).not.toContain('4111')
})
