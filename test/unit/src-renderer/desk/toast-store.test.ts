import { beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../../src-renderer/desk/ask'
import { dismissToast, toast, toastFailure, useToasts } from '../../../../src-renderer/desk/toast-store'

const texts = () => useToasts.getState().toasts.map(({ text }) => text)

describe('the toasts', () => {
  beforeEach(() => useToasts.setState({ toasts: [] }))

  it('are three at most: the oldest makes room', () => {
    for (const text of ['one', 'two', 'three', 'four']) toast({ tone: 'info', text })
    expect(texts()).toEqual(['two', 'three', 'four'])
  })

  it('replace an older one with the same key', () => {
    toast({ tone: 'warn', text: 'due in 6 min', key: 'risk DSA312' })
    toast({ tone: 'info', text: 'other' })
    toast({ tone: 'bad', text: 'overdue', key: 'risk DSA312' })
    expect(texts()).toEqual(['other', 'overdue'])
  })

  it('leave when dismissed', () => {
    const id = toast({ tone: 'info', text: 'gone' })
    dismissToast(id)
    expect(texts()).toEqual([])
  })

  it('say why the desk refused, in its own words', () => {
    toastFailure(new Refusal({ code: 'conflict', message: 'Ravi claimed RMB208 first' }))
    expect(texts()).toEqual(['Ravi claimed RMB208 first'])
    expect(useToasts.getState().toasts[0]?.tone).toBe('bad')
  })
})
