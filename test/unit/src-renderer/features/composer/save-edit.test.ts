import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../../../../../src-preload/contract/outcome'
import {
  beginEditing,
  editingOf,
  leaveEditing,
  writeEdit,
} from '../../../../../src-renderer/desk/editing-store'
import { useSelection } from '../../../../../src-renderer/desk/selection-store'
import { saveEdit } from '../../../../../src-renderer/features/composer/send-store'
import { plainMessage } from '../../../../renderer/data/plain-message'

const reply = { ...plainMessage, side: 'team', delivery: { kind: 'sent' }, canEdit: true } as const
const one = { ...reply, id: 'o:1', outboxId: '1', text: 'Yes' }
const two = { ...reply, id: 'o:2', outboxId: '2', text: 'No' }
/** Whether what has the focus is in the composer. */
let isInComposer: boolean
let answer: (outcome: Outcome<void>) => void

beforeEach(() => {
  isInComposer = true
  const edit = () => new Promise<Outcome<void>>((resolve) => (answer = resolve))
  vi.stubGlobal('window', { desk: { conversation: { edit, saveDraft: async () => ({ ok: true }) } } })
  vi.stubGlobal('document', { body: {}, activeElement: { closest: () => (isInComposer ? {} : null) } })
  useSelection.setState({ ticketId: 't', focus: null })
  beginEditing('t', one)
  writeEdit('t', 'Yes, today')
})
afterEach(() => {
  leaveEditing('t')
  vi.unstubAllGlobals()
})
const focusAsked = () => useSelection.getState().focus?.count ?? 0

async function saving(meanwhile: () => void) {
  const before = focusAsked()
  const saved = saveEdit('t')
  meanwhile()
  answer({ ok: true, value: undefined })
  await saved
  return focusAsked() - before
}

test('a saved edit gives the composer back to the draft', async () => {
  expect(await saving(() => undefined)).toBe(1)
  expect(editingOf('t')).toBeNull()
})

test('whoever types elsewhere by the time an edit is saved goes on there', async () => {
  expect(
    await saving(() => {
      isInComposer = false
    }),
  ).toBe(0)
  expect(editingOf('t')).toBeNull()
})

test('whoever is at another ticket by then stays there', async () => {
  expect(await saving(() => useSelection.setState({ ticketId: 'u' }))).toBe(0)
})

test('what is written over a reply while it is saved stays to be saved', async () => {
  expect(await saving(() => writeEdit('t', 'Yes, today at six'))).toBe(0)
  expect(editingOf('t')).toMatchObject({ said: 'Yes, today', text: 'Yes, today at six' })
})

test('another reply that is edited by then stays in the composer', async () => {
  await saving(() => beginEditing('t', two))
  expect(editingOf('t')).toMatchObject({ outboxId: '2', text: 'No' })
})
