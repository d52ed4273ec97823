import { Api } from 'telegram'
import type { DataCentre } from '../../telegram/server'
import { long } from '../../telegram/tl/values'
import { encode } from '../../telegram/tl/writer'

const peer = () => new Api.InputPeerChannel({ channelId: long(500_001), accessHash: long(1) })
const hash = { offsetId: 0, offsetDate: 0, addOffset: 0, limit: 10, maxId: 0, minId: 0, hash: long(0) }

/** Calls of many shapes: strings, vectors, flags, nested objects, wrappers. */
export function calls(dc: DataCentre): Buffer[] {
  const { help } = dc.workspace
  const input = new Api.InputPeerChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const channel = new Api.InputChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const media = new Api.InputMediaUploadedDocument({
    file: new Api.InputFile({ id: long(5), parts: 1, name: 'a.txt', md5Checksum: '' }),
    mimeType: 'text/plain',
    attributes: [new Api.DocumentAttributeFilename({ fileName: 'a.txt' })],
  })
  const entities = [new Api.MessageEntityBold({ offset: 0, length: 2 })]
  const rows = [
    new Api.KeyboardInlineButtonRow({
      buttons: [
        new Api.KeyboardInlineButton({
          text: 'A',
          type: new Api.InlineButtonTypeCallback({ data: Buffer.from('a') }),
        }),
      ],
    }),
  ]
  const replyMarkup = new Api.ReplyInlineMarkup({ rows })
  const replyTo = new Api.InputReplyToMessage({ replyToMsgId: 3, topMsgId: 3 })
  const user = new Api.InputUser({ userId: long(2001), accessHash: long(7) })
  const query = new Api.help.GetConfig()
  const told = { apiId: 1, deviceModel: 'x', systemVersion: 'x', appVersion: '1', systemLangCode: 'en' }
  const init = new Api.InitConnection({ ...told, langPack: '', langCode: 'en', query })
  const objects = [
    new Api.messages.SendMessage({
      ...{
        peer: input,
        message: 'hello /start @x https://y.z',
        randomId: long(1),
        replyTo,
        entities,
        replyMarkup,
      },
    }),
    new Api.messages.SendMedia({ peer: input, media, message: 'm', randomId: long(2) }),
    new Api.messages.GetHistory({ peer: input, ...hash }),
    new Api.messages.GetHistory({ peer: peer(), ...hash }),
    new Api.messages.EditMessage({ peer: input, id: 4, message: 'new', entities }),
    new Api.messages.CreateForumTopic({ peer: input, title: 'T', randomId: long(3) }),
    new Api.messages.EditForumTopic({ peer: input, topicId: 3, closed: true }),
    new Api.messages.ForwardMessages({
      ...{ fromPeer: input, toPeer: input, id: [2, 4], randomId: [long(4), long(5)], topMsgId: 3 },
    }),
    new Api.channels.GetMessages({ channel, id: [new Api.InputMessageID({ id: 1 })] }),
    new Api.channels.DeleteMessages({ channel, id: [4] }),
    new Api.channels.GetParticipants({
      ...{
        channel,
        filter: new Api.ChannelParticipantsSearch({ q: 'a' }),
        offset: 0,
        limit: 5,
        hash: long(0),
      },
    }),
    new Api.updates.GetChannelDifference({
      ...{ channel, filter: new Api.ChannelMessagesFilterEmpty(), pts: 1, limit: 10 },
    }),
    new Api.updates.GetDifference({ pts: 1, date: 1, qts: 0 }),
    new Api.users.GetUsers({ id: [user, new Api.InputUserSelf()] }),
    new Api.upload.SaveFilePart({ fileId: long(5), filePart: 0, bytes: Buffer.from('abcdef') }),
    new Api.messages.Search({
      ...{ peer: input, q: 'x', filter: new Api.InputMessagesFilterEmpty(), minDate: 0, maxDate: 0, ...hash },
    }),
    new Api.contacts.ResolveUsername({ username: 'miraadler' }),
    new Api.messages.GetBotCallbackAnswer({ peer: input, msgId: 3, data: Buffer.from('a') }),
    new Api.messages.CreateChat({ users: [user], title: 'x' }),
    new Api.InvokeWithLayer({ layer: 229, query: init }),
  ]
  return objects.map((object) => encode(object as never))
}
