import { expect, test } from 'vitest'
import { Refusal } from '../../../../../src-main/core/refusal'
import { ticketHandlers } from '../../../../../src-main/desk/handlers/ticket-handlers'
import type { Views } from '../../../../../src-main/desk/views'
import type { TicketView } from '../../../../../src-preload/contract/ticket'
import { byAnna } from '../../core/desk-on-paper'
import { recordingDesk } from '../recording-desk'
import { strict } from '../strict'

const ticketId = 't'

function rig() {
  const looked: string[] = []
  const views = strict<Views>('views', {
    ticket: (id) => {
      looked.push(id)
      return { id } as TicketView
    },
    clocks: (id) => ({ ticketId: id, stories: [] }),
    agents: () => [],
  })
  const recording = recordingDesk()
  return { ...recording, looked, handlers: ticketHandlers(recording.desk, () => byAnna, views) }
}
type Handlers = ReturnType<typeof rig>['handlers']

test.each([
  ['claim', (h: Handlers) => h.claim({ ticketId }), { kind: 'claim-ticket', ticketId }],
  ['release', (h: Handlers) => h.release({ ticketId }), { kind: 'release-ticket', ticketId }],
  [
    'assign',
    (h: Handlers) => h.assign({ ticketId, agentId: '11' }),
    { kind: 'assign-ticket', ticketId, agentId: '11' },
  ],
  [
    'assign to nobody',
    (h: Handlers) => h.assign({ ticketId, agentId: null }),
    { kind: 'assign-ticket', ticketId, agentId: null },
  ],
  [
    'setStatus',
    (h: Handlers) => h.setStatus({ ticketId, to: 'on_hold', reason: 'The bank.', until: 5 }),
    { kind: 'change-status', ticketId, to: 'on_hold', reason: 'The bank.', until: 5 },
  ],
  [
    'setStatus without a word',
    (h: Handlers) => h.setStatus({ ticketId, to: 'resolved', reason: '' }),
    { kind: 'change-status', ticketId, to: 'resolved', reason: null, until: null },
  ],
  [
    'setPriority',
    (h: Handlers) => h.setPriority({ ticketId, priority: 'high' }),
    { kind: 'change-priority', ticketId, priority: 'high' },
  ],
  [
    'setTitle',
    (h: Handlers) => h.setTitle({ ticketId, title: 'A parcel' }),
    { kind: 'rename-ticket', ticketId, title: 'A parcel' },
  ],
] as const)(
  '%s is one intent of the agent, answered with the ticket as it now stands',
  async (_, call, intent) => {
    const { handlers, asked, looked } = rig()
    expect(await call(handlers)).toEqual({ id: ticketId })
    expect(asked).toEqual([{ intent, by: byAnna }])
    expect(looked).toEqual([ticketId])
  },
)

test('a refused intent is refused to whoever asked, and no ticket is looked at', async () => {
  const { handlers, refusing, looked } = rig()
  refusing.with = new Refusal('conflict', 'Ravi has it.')
  await expect(handlers.claim({ ticketId })).rejects.toBe(refusing.with)
  expect(looked).toEqual([])
})

test('looking asks the desk for nothing', () => {
  const { handlers, asked } = rig()
  expect(handlers.get({ ticketId })).toEqual({ id: ticketId })
  expect(handlers.clocks({ ticketId })).toEqual({ ticketId, stories: [] })
  expect(handlers.agents(undefined)).toEqual([])
  expect(asked).toEqual([])
})
