import type { Api } from 'telegram'
import type { SignInStep } from '../../../../src-preload/contract/session'
import { tl } from '../library'

type CodeStep = Extract<SignInStep, { kind: 'code' }>

/** A phone number with its middle hidden, enough to recognise it by. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  const shown = Math.min(3, Math.floor(digits.length / 3))
  return `+${digits.slice(0, shown)}${'•'.repeat(digits.length - shown - 2)}${digits.slice(-2)}`
}

/** What to ask for after a code was sent (core.telegram.org/constructor/auth.sentCode). */
export function codeStep(phone: string, sent: Api.auth.SentCode, now: number): CodeStep {
  const next = sent.nextType ? nextWay(sent.nextType) : null
  return {
    kind: 'code',
    phone: maskedPhone(phone),
    via: way(sent.type),
    length: 'length' in sent.type && typeof sent.type.length === 'number' ? sent.type.length : 5,
    next,
    resendAt: next === null ? null : now + (sent.timeout ?? 0) * 1000,
  }
}

function way(type: Api.auth.TypeSentCodeType): CodeStep['via'] {
  if (type instanceof tl.auth.SentCodeTypeApp) return 'app'
  if (type instanceof tl.auth.SentCodeTypeSms || type instanceof tl.auth.SentCodeTypeFirebaseSms) return 'sms'
  if (type instanceof tl.auth.SentCodeTypeCall) return 'call'
  return 'other'
}

function nextWay(type: Api.auth.TypeCodeType): 'sms' | 'call' | 'other' {
  if (type instanceof tl.auth.CodeTypeSms) return 'sms'
  return type instanceof tl.auth.CodeTypeCall ? 'call' : 'other'
}
