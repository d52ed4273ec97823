import { commands } from '../../src-preload/contract/commands'
import type { Draft, MessageItem, TimelineItem } from '../../src-preload/contract/conversation'
import type { Desk, Handlers } from '../../src-preload/contract/desk'
import type { Events } from '../../src-preload/contract/events'
import type { Attachment } from '../../src-preload/contract/files'
import type { Failure, Outcome } from '../../src-preload/contract/outcome'
import { readInput } from '../../src-preload/contract/read-input'
import { type TicketView, ticketStatuses } from '../../src-preload/contract/ticket'
import { clockStories } from './clock-stories'
import { team } from './data/people'
import { allowed } from './data/tickets'
import { shortTalk } from './data/timelines'
import { countsOf, pageOf } from './queue-page'
import { Refused } from './refused'
import type { Scene } from './scene'
import { scriptedAccounts } from './scripted-accounts'

/** What a test can do with a scripted desk besides what the window can. */
export interface Script {
  readonly desk: Desk
  /** Every call, as `group.name` with its input. */
  readonly calls: { readonly channel: string; readonly input: unknown }[]
  /** Tells the window something, as main would. */
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void
  /** From now on this channel is refused; null lets it pass again. */
  readonly refuse: (channel: string, failure: Failure | null) => void
}

/**
 * A desk that plays one scene: it answers all that the contract lists, checks every input with the contract's own
 * schema, keeps what it is told, and says so through events. What the contract does not list throws.
 */
export function scriptedDesk(scene: Scene): Script {
  const listeners = new Map<keyof Events, Set<(payload: never) => void>>()
  const refusals = new Map<string, Failure>(Object.entries(scene.refuse))
  const calls: { channel: string; input: unknown }[] = []
  const handlers = handlersFor(scene, emit)

  function emit<E extends keyof Events>(event: E, payload: Events[E]): void {
    for (const listener of listeners.get(event) ?? []) (listener as (payload: Events[E]) => void)(payload)
  }

  async function answer(group: string, name: string, input: unknown): Promise<Outcome<unknown>> {
    const channel = `${group}.${name}`
    calls.push({ channel, input })
    const refused = refusals.get(channel)
    if (refused) return { ok: false, failure: refused }
    const members = Object.entries(handlers).find(([key]) => key === group)?.[1] ?? {}
    const handler = Object.entries(members).find(([key]) => key === name)?.[1] as
      | ((input: unknown) => unknown)
      | undefined
    const schema = Object.entries(commands).find(([key]) => key === group)?.[1]
    const command = Object.entries(schema ?? {}).find(([key]) => key === name)?.[1]
    if (!handler || !command) throw new Error(`The contract has no ${channel}.`)
    const read = readInput<unknown>(command.input, input)
    if (!read.ok) return read
    try {
      return { ok: true, value: await handler(read.value) }
    } catch (thrown) {
      if (thrown instanceof Refused) return { ok: false, failure: thrown.failure }
      throw thrown
    }
  }

  const groups = Object.entries(commands).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.keys(members).map((name) => [name, (input: unknown) => answer(group, name, input)]),
    ),
  ])
  const on: Desk['on'] = (event, listener) => {
    const heard = listeners.get(event) ?? new Set()
    listeners.set(event, heard.add(listener as (payload: never) => void))
    return () => heard.delete(listener as (payload: never) => void)
  }
  const desk = { ...Object.fromEntries(groups), on, platform: 'linux' } as Desk
  return {
    desk,
    calls,
    emit,
    refuse: (channel, failure) =>
      failure ? void refusals.set(channel, failure) : void refusals.delete(channel),
  }
}

function handlersFor(scene: Scene, emit: Script['emit']): Handlers {
  let { session, settings } = scene
  let tickets = [...scene.tickets]
  let revision = 1
  const timelines = new Map<string, readonly TimelineItem[]>(Object.entries(scene.timelines))
  const drafts = new Map<string, Draft>()
  const staged = new Map<string, Attachment>()
  const sentFiles = new Map<string, readonly Attachment[]>()
  const stage = (file: Attachment) => {
    staged.set(file.id, file)
    return file
  }
  const forever = new Promise<never>(() => undefined)

  const find = (ticketId: string): TicketView => {
    const found = tickets.find(({ id }) => id === ticketId)
    if (!found) throw new Refused({ code: 'not-found', message: 'That ticket is not here.' })
    return found
  }
  const change = (ticketId: string, part: Partial<TicketView>): TicketView => {
    const next = { ...find(ticketId), ...part }
    const changed = { ...next, allowedStatuses: allowed[next.status] }
    tickets = tickets.map((ticket) => (ticket.id === ticketId ? changed : ticket))
    revision += 1
    setTimeout(() => {
      emit('ticket-changed', { revision, ticket: changed })
      emit('queue-changed', { revision, counts: countsOf(tickets), ticketIds: [ticketId] })
    })
    return changed
  }
  const talk = (ticketId: string): readonly TimelineItem[] => {
    const ticket = find(ticketId)
    const { customer, last } = ticket
    return (
      timelines.get(ticketId) ??
      shortTalk(customer.name, customer.id, last?.text ?? '', last?.at ?? ticket.createdAt)
    )
  }
  const put = (ticketId: string, items: readonly TimelineItem[], gone: readonly string[] = []) => {
    const ids = new Set([...items.map(({ id }) => id), ...gone])
    const kept = talk(ticketId).filter(({ id }) => !ids.has(id))
    timelines.set(
      ticketId,
      [...kept, ...items].sort((one, other) => one.position - other.position),
    )
    revision += 1
    setTimeout(() => emit('timeline-changed', { revision, ticketId, items, gone }))
  }
  const next = (ticketId: string) => Math.max(0, ...talk(ticketId).map(({ position }) => position)) + 1
  const me = { id: team[0].id, name: team[0].name, isMe: true }
  const step = (to: typeof session.step) => {
    session = { ...session, step: to, isAdding: session.isAdding && to.kind !== 'signed-in' }
    setTimeout(() => emit('session-changed', session))
    return session
  }

  return {
    desk: {
      startup: () => scene.startup ?? forever,
      repair: () => emit('startup-changed', { kind: 'ready' }),
      status: () => scene.status,
      openLink: () => undefined,
      reconnect: () => undefined,
    },
    session: {
      get: () => session,
      setApi: ({ apiId }) => {
        session = { ...session, api: { id: apiId, from: 'settings' } }
        return step({ kind: 'signed-out', reason: 'never' })
      },
      startQr: () =>
        step({ kind: 'qr', url: 'tg://login?token=a-renewed-token', expiresAt: Date.now() + 30_000 }),
      sendCode: () =>
        step({
          kind: 'code',
          phone: '+358 40 *** **67',
          via: 'app',
          length: 5,
          next: 'sms',
          resendAt: Date.now() + 60_000,
        }),
      resendCode: () => session,
      checkCode: () => step({ kind: 'password', hint: 'the street by the canal' }),
      checkPassword: () =>
        step({
          kind: 'signed-in',
          account: { id: '9000', name: 'Fernline Help', username: null, kind: 'user' },
        }),
      connectBot: () =>
        step({
          kind: 'signed-in',
          account: { id: '9000', name: 'Fernline Help', username: 'fernline_help_bot', kind: 'bot' },
        }),
      cancel: () => {
        const { isAdding } = session
        session = { ...session, isAdding: false }
        return step(isAdding ? scene.session.step : { kind: 'signed-out', reason: 'never' })
      },
      signOut: () => step({ kind: 'signed-out', reason: 'by-agent' }),
      add: () => {
        session = { ...session, isAdding: true }
        return step({ kind: 'signed-out', reason: 'never' })
      },
    },
    ...scriptedAccounts({
      scene,
      emit,
      tickets: () => tickets,
      ready: () => {
        session = { ...session, isReady: true }
      },
      signedIn: () => (session.step.kind === 'signed-in' ? session.step.account : null),
    }),
    queue: {
      page: ({ view, from, count }) => pageOf(tickets, revision, view, from, count),
      search: ({ text, limit }) =>
        tickets
          .filter(({ code, title, customer }) =>
            `${code} ${title} ${customer.name}`.toLowerCase().includes(text.toLowerCase()),
          )
          .slice(0, limit),
      nextUnsent: ({ after }) => {
        const ids: readonly (string | null)[] = tickets
          .map(({ id }) => id)
          .filter((id) => talk(id).some(isUnsent))
        return ids[(ids.indexOf(after) + 1) % ids.length] ?? null
      },
    },
    tickets: {
      get: ({ ticketId }) => find(ticketId),
      clocks: ({ ticketId }) => ({ ticketId, stories: clockStories(find(ticketId)) }),
      agents: () => team,
      claim: ({ ticketId }) => change(ticketId, { assignee: team[0], status: 'in_progress' }),
      release: ({ ticketId }) => change(ticketId, { assignee: null }),
      assign: ({ ticketId, agentId }) =>
        change(ticketId, { assignee: team.find(({ id }) => id === agentId) ?? null }),
      setStatus: ({ ticketId, to, until }) =>
        change(ticketId, {
          status: to,
          allowedStatuses: ticketStatuses.filter((status) => status !== to),
          holdUntil: to === 'on_hold' ? (until ?? null) : null,
          resolvedAt: to === 'resolved' || to === 'closed' ? Date.now() : null,
          closedAt: to === 'closed' ? Date.now() : null,
          ball:
            to === 'pending_customer' ? 'theirs' : to === 'resolved' || to === 'closed' ? 'nobody' : 'ours',
        }),
      setPriority: ({ ticketId, priority }) => change(ticketId, { priority }),
      setTitle: ({ ticketId, title }) => change(ticketId, { title }),
      recreateTopic: ({ ticketId }) => {
        const { topic, mirror } = find(ticketId)
        return change(ticketId, {
          topic: { ...topic, state: 'open' },
          mirror: mirror && { ...mirror, state: 'making' },
        })
      },
    },
    conversation: {
      page: ({ ticketId, before, limit }) => {
        const all = talk(ticketId)
        const end = before === undefined ? all.length : Number(before)
        const from = Math.max(0, end - limit)
        return {
          ticketId,
          revision,
          items: all.slice(from, end),
          earlier: from > 0 ? String(from) : null,
          newFrom: scene.newFrom[ticketId] ?? null,
        }
      },
      reply: ({ ticketId, replyId, text, entities, seenPosition, force, replyTo, attachments }) => {
        const newest = talk(ticketId).findLast((item) => item.kind === 'message' && item.side === 'customer')
        if (newest && newest.position > seenPosition && !force) {
          throw new Refused({
            code: 'conflict',
            message: `${find(ticketId).customer.name} wrote while you were typing.`,
          })
        }
        const quoted = talk(ticketId).find(({ id }) => id === replyTo)
        const item: MessageItem = {
          id: replyId,
          position: next(ticketId),
          at: Date.now(),
          kind: 'message',
          side: 'team',
          author: me,
          text,
          entities,
          media: [],
          albumId: null,
          replyTo:
            quoted && quoted.kind === 'message'
              ? { itemId: quoted.id, author: quoted.author.name, text: quoted.text }
              : null,
          versions: [],
          content: null,
          editedAt: null,
          editedAfterReply: false,
          deletedAt: null,
          delivery:
            settings.sendHoldMs > 0
              ? { kind: 'held', until: Date.now() + settings.sendHoldMs, waits: 'turn' }
              : { kind: 'sent' },
          outboxId: replyId,
        }
        sentFiles.set(
          replyId,
          attachments.flatMap((id) => staged.get(id) ?? []),
        )
        put(ticketId, [item])
      },
      edit: ({ ticketId, outboxId, text, entities }) =>
        put(
          ticketId,
          talk(ticketId).flatMap((item) => {
            if (item.kind !== 'message' || item.outboxId !== outboxId) return []
            const version = { text: item.text, entities: item.entities, until: Date.now() }
            return [{ ...item, text, entities, editedAt: Date.now(), versions: [...item.versions, version] }]
          }),
        ),
      delete: ({ ticketId, outboxId }) =>
        put(
          ticketId,
          talk(ticketId).flatMap((item) =>
            item.kind === 'message' && item.outboxId === outboxId ? [{ ...item, deletedAt: Date.now() }] : [],
          ),
        ),
      note: ({ ticketId, noteId, text }) =>
        put(ticketId, [
          { id: noteId, position: next(ticketId), at: Date.now(), kind: 'note', author: me, text },
        ]),
      retry: ({ ticketId, outboxId }) =>
        put(
          ticketId,
          talk(ticketId).flatMap((item) =>
            item.kind === 'message' && item.outboxId === outboxId
              ? [{ ...item, delivery: { kind: 'sending' } as const }]
              : [],
          ),
        ),
      check: ({ ticketId, outboxId }) => {
        put(
          ticketId,
          talk(ticketId).flatMap((item) =>
            item.kind === 'message' && item.outboxId === outboxId
              ? [{ ...item, delivery: { kind: 'sent' } as const }]
              : [],
          ),
        )
        return null
      },
      discard: ({ ticketId, outboxId }) => {
        const item = talk(ticketId).find(
          (candidate): candidate is MessageItem =>
            candidate.kind === 'message' && candidate.outboxId === outboxId,
        )
        if (!item) throw new Refused({ code: 'not-found', message: 'That reply has gone out already.' })
        put(ticketId, [], [item.id])
        const back = sentFiles.get(outboxId) ?? []
        return {
          ticketId,
          mode: 'reply',
          text: item.text,
          replyTo: null,
          attachments: back,
          savedAt: Date.now(),
        }
      },
      seen: ({ ticketId }) => void (find(ticketId).unread > 0 && change(ticketId, { unread: 0 })),
      drafts: ({ ticketId }) => [...drafts.values()].filter((draft) => draft.ticketId === ticketId),
      saveDraft: ({ attachments: ids, ...draft }) => {
        const key = `${draft.ticketId} ${draft.mode}`
        const attachments = ids?.flatMap((id) => staged.get(id) ?? []) ?? drafts.get(key)?.attachments ?? []
        drafts.set(key, { ...draft, attachments, savedAt: Date.now() })
      },
    },
    files: {
      pick: () => [stage({ id: 'a-1', name: 'receipt.pdf', mime: 'application/pdf', sizeBytes: 61_440 })],
      stage: ({ name, mime, base64 }) =>
        stage({ id: `a-${name}`, name, mime, sizeBytes: (base64.length * 3) / 4 }),
      picture: () => ({ mime: 'image/png', base64: onePixel }),
      save: () => true,
    },
    settings: {
      get: () => settings,
      change: (patch) => {
        settings = {
          ...settings,
          ...(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<
            typeof settings
          >),
          notifications: { ...settings.notifications, ...(patch.notifications as object) },
          promises: { ...settings.promises, ...(patch.promises as object) },
          intake: { ...settings.intake, ...(patch.intake as object) },
        }
        if (settings.withoutGroup) session = { ...session, isReady: true }
        setTimeout(() => emit('settings-changed', settings))
        return settings
      },
      testNotification: () => scene.status.notifications,
    },
  }
}

const isUnsent = (item: TimelineItem) =>
  item.kind === 'message' && ['failed', 'queued', 'held', 'sending'].includes(item.delivery.kind)

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC'
