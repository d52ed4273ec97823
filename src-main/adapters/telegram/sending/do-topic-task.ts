import type { Api } from 'telegram'
import { changedNumbers } from '../../../core/outbox/changes'
import type { OutboxEntry } from '../../../core/outbox/entry'
import type { SendResult } from '../../../core/ports'
import { long, tl } from '../library'
import { channelOf } from '../peers/channel-of'
import { entitiesTo } from '../translate/entities'
import { sendMessage } from './send-message'
import type { SendingRoom } from './sending-room'
import { sentOf } from './sent-of'

type TopicTaskEntry = Extract<OutboxEntry, { kind: 'topic-task' }>

/** Does what the desk does by itself in a topic, or to a message it sent. Each can be repeated without harm. */
export async function doTopicTask(entry: TopicTaskEntry, room: SendingRoom): Promise<SendResult> {
  const { task, topicId } = entry
  const peer = room.peer(entry.chatId)
  const done = (number: number | null = null): SendResult => ({
    kind: 'sent',
    number,
    sentAt: new Date(room.clock.now()).toISOString(),
    media: [],
  })
  if (task === 'close' || task === 'reopen') {
    await room.ask(new tl.messages.EditForumTopic({ peer, topicId, closed: task === 'close' }))
    return done()
  }
  switch (task.kind) {
    case 'rename':
      await room.ask(new tl.messages.EditForumTopic({ peer, topicId, title: task.title }))
      return done()
    case 'create': {
      const { title } = task
      const made = await room.ask(new tl.messages.CreateForumTopic({ peer, title, randomId: long(entry.id) }))
      return done(madeTopic(made) ?? room.numberOf(entry.id))
    }
    case 'edit': {
      const entities = entitiesTo(task.entities)
      await room.ask(
        new tl.messages.EditMessage({
          peer,
          id: task.number,
          message: task.text,
          noWebpage: true,
          ...(entities.length > 0 ? { entities } : {}),
        }),
      )
      return done()
    }
    case 'delete':
      await deleteMessages([...changedNumbers(task)], peer, room)
      return done()
    case 'copy': {
      const { text, entities, media, content, replyTo, of } = task
      const from = of === null ? null : { chatId: privateChatOfLine(entry), number: of }
      const what = { text, entities, media, ...(content ? { content } : {}), files: [] }
      const outgoing = { ...entry, ...what, replyTo, from }
      return sentOf(await sendMessage(outgoing, room), entry.id, room)
    }
  }
}

/** The answer names no messages, only what they count: the stream is told in full, as every other device is. */
async function deleteMessages(
  id: number[],
  peer: ReturnType<SendingRoom['peer']>,
  room: SendingRoom,
): Promise<void> {
  const channel = peer instanceof tl.InputPeerChannel ? peer : null
  const { pts, ptsCount } = await room.ask(
    channel
      ? new tl.channels.DeleteMessages({ channel: channelOf(channel), id })
      : new tl.messages.DeleteMessages({ id, revoke: true }),
  )
  if (ptsCount === 0) return
  const counted = { messages: id, pts, ptsCount }
  const update = channel
    ? new tl.UpdateDeleteChannelMessages({ channelId: channel.channelId, ...counted })
    : new tl.UpdateDeleteMessages(counted)
  const date = Math.floor(room.clock.now() / 1000)
  room.told(new tl.Updates({ updates: [update], users: [], chats: [], date, seq: 0 }))
}

/** The id of the message that made a topic is the topic's (telegram.md B.4). */
function madeTopic(made: Api.TypeUpdates): number | null {
  for (const update of 'updates' in made ? made.updates : [])
    if (
      update instanceof tl.UpdateNewChannelMessage &&
      update.message instanceof tl.MessageService &&
      update.message.action instanceof tl.MessageActionTopicCreate
    )
      return update.message.id
  return null
}

/** The private chat a copy was made of: its conversation is named after it. */
function privateChatOfLine({ conversationId }: TopicTaskEntry): string {
  return conversationId.slice(0, conversationId.lastIndexOf(':'))
}
