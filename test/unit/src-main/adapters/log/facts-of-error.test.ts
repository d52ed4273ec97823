import { expect, test } from 'vitest'
import { factsOfError } from '../../../../../src-main/adapters/log/facts-of-error'

const secret = 'my card number is 4111'

function thrown(make: () => unknown): unknown {
  try {
    return make()
  } catch (error) {
    return error
  }
}

test('what a customer wrote never reaches the log by way of an error', () => {
  const errors = [
    thrown(() => JSON.parse(secret)),
    new Error(secret),
    new Error('outer', { cause: new TypeError(`${secret}\n    at ${secret}`) }),
    Object.assign(new Error(secret), { code: secret, errorMessage: secret }),
    secret,
  ]
  for (const error of errors) expect(JSON.stringify(factsOfError(error))).not.toContain('card')
})

test('an error is logged by its kind, its codes and where it was thrown', () => {
  const error = Object.assign(new RangeError('x'), { code: 'ENOSPC', syscall: 'write' })
  expect(factsOfError(error)).toMatchObject({ error: 'RangeError', code: 'ENOSPC', syscall: 'write' })
  expect(factsOfError(error).stack).toContain('facts-of-error.test.ts:')
})

test("Telegram's name for what went wrong is kept", () => {
  const error = Object.assign(new Error('x'), { code: 420, errorMessage: 'FLOOD_WAIT' })
  expect(factsOfError(error)).toMatchObject({ code: 420, errorMessage: 'FLOOD_WAIT' })
})

test('no folder of the user is named', () => {
  expect(factsOfError(new Error('x')).stack).not.toContain('/test/unit/')
})
