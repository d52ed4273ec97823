import { expect, test } from 'vitest'
import { Unanswered } from '../../../../../../src-main/adapters/telegram/deadline'
import { pauseInWords } from '../../../../../../src-main/adapters/telegram/pause-in-words'
import { maskedPhone } from '../../../../../../src-main/adapters/telegram/sign-in/code-step'
import { signInRefusal } from '../../../../../../src-main/adapters/telegram/sign-in/refusals'

const named = (errorMessage: string) => Object.assign(new Error(`400: ${errorMessage}`), { errorMessage })

test.each([
  [1_000, '1 second'],
  [28_000, '28 seconds'],
  [89_000, '89 seconds'],
  [240_000, '4 minutes'],
  [241_000, '5 minutes'],
  [7_200_000, '2 hours'],
])('%d ms is said as %s', (ms, words) => {
  expect(pauseInWords(ms)).toBe(words)
})

test('a number shows its beginning and its end only', () => {
  expect(maskedPhone('+358 40 123 4567')).toBe('+358•••••••67')
  expect(maskedPhone('12345')).toBe('+1••45')
})

test('every error belongs to a field and ends with a full stop', () => {
  const names = [
    'PHONE_NUMBER_BANNED',
    'PHONE_CODE_EMPTY',
    'PASSWORD_EMPTY',
    'ACCESS_TOKEN_EXPIRED',
    'NEW_ONE',
  ]
  for (const name of names) {
    const refusal = signInRefusal(named(name), 'phone', 0)
    expect(refusal).toMatchObject({ name: 'Refusal', more: { field: expect.any(String) } })
    expect(refusal.message).toMatch(/\.$/)
    expect(refusal.message).not.toMatch(/please|successful|!/i)
  }
})

test('no answer is offline, a pause is rate-limited, a defect stays a defect', () => {
  expect(signInRefusal(new Unanswered(), 'phone', 0)).toMatchObject({ code: 'offline' })
  expect(signInRefusal(named('FLOOD_WAIT_30'), 'code', 1_000)).toMatchObject({
    code: 'rate-limited',
    more: { retryAt: 31_000, field: 'code' },
  })
  const defect = new TypeError('undefined is not a function')
  expect(signInRefusal(defect, 'phone', 0)).toBe(defect)
})
