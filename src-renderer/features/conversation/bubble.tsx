import './message.css'
import { Clock, Trash2 } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import type { Media, MessageItem, Version } from '../../../src-preload/contract/conversation'
import { useAtNow, useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { scrollTo } from '../../desk/reading-store'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Face } from '../../ui/face'
import { momentOf, timeOf } from '../../ui/time-words'
import { ContentCard } from './content-card'
import { DeliveryLine, Ticks } from './delivery-line'
import { FileChip } from './file-chip'
import { MessageMenu } from './message-menu'
import { authorName, changeWords, deletedWords, deliveryWords, messageName } from './message-words'
import { Photo } from './photo'
import { RichText } from './rich-text-view'

export interface BubbleProps {
  readonly ticketId: string
  readonly items: readonly [MessageItem, ...MessageItem[]]
  readonly customerId: string
  readonly customerName: string
  readonly hasFace: boolean
  readonly opens: boolean
  /** Somebody of the team has this chat in a Telegram of their own. */
  readonly isInTelegram: boolean
}

/** One message, or an album as one: the customer's on the left, the team's on the right. */
export const Bubble = memo(function Bubble(props: BubbleProps) {
  const { ticketId, items, customerId, customerName, hasFace, opens, isInTelegram } = props
  const [first] = items
  /** The words of an album stand at whichever of its messages has them. */
  const item = items.find(({ text }) => text !== '') ?? first
  const [areVersionsOpen, setVersionsOpen] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  /** The menu exists from the first touch on: hundreds that nobody opens would make switching slow. */
  const [isTouched, setTouched] = useState(false)
  const touch = () => setTouched(true)
  const side = item.side === 'customer' ? 'customer' : 'agent'
  const look = deliveryWords(item.delivery, 0)?.look
  const isNamed = opens && (side === 'agent' ? !item.author.isMe : item.author.id !== customerId)
  const face = hasFace ? (
    <span className="bubble-face" title={authorName(item)}>
      <Face id={item.author.id} name={authorName(item)} kind={side} size={28} />
    </span>
  ) : (
    <span className="bubble-face" />
  )
  return (
    <article
      className={classNames('message', side, look, item.deletedAt !== null && 'deleted')}
      aria-label={messageName(item)}
      tabIndex={-1}
      onPointerEnter={touch}
      onFocus={touch}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      {side === 'customer' && face}
      {item.deletedAt !== null ? (
        <Deleted item={item} at={item.deletedAt} />
      ) : (
        <div className="bubble">
          {isNamed && <bdi className="bubble-name clip">{authorName(item)}</bdi>}
          <Quote ticketId={ticketId} item={item} />
          <Pictures ticketId={ticketId} items={items} />
          {item.text !== '' && <RichText text={item.text} entities={item.entities} />}
          {item.content !== null && (
            <ContentCard content={item.content} sentAt={item.at} isInTelegram={isInTelegram} />
          )}
          <Files ticketId={ticketId} items={items} />
          {areVersionsOpen && <Versions versions={item.versions} />}
          <footer>
            <Edited item={item} isOpen={areVersionsOpen} onToggle={() => setVersionsOpen(!areVersionsOpen)} />
            <Changing item={item} />
            {look === undefined ? (
              <>
                <Time at={item.at} />
                <Ticks item={item} customer={customerName} />
              </>
            ) : (
              <DeliveryLine ticketId={ticketId} item={item} />
            )}
          </footer>
        </div>
      )}
      {side === 'agent' && face}
      {isTouched && (
        <MessageMenu
          ticketId={ticketId}
          item={item}
          isOpen={isMenuOpen}
          onOpenChange={setMenuOpen}
          onVersions={() => setVersionsOpen(!areVersionsOpen)}
        />
      )}
    </article>
  )
})

export function Time({ at }: { readonly at: number }) {
  const title = useAtNow((now) => momentOf(at, now))
  return (
    <time dateTime={new Date(at).toISOString()} title={title}>
      {timeOf(at)}
    </time>
  )
}

function Quote({ ticketId, item }: { readonly ticketId: string; readonly item: MessageItem }) {
  const { replyTo } = item
  if (replyTo === null) return null
  return (
    <button
      type="button"
      className="quote"
      aria-label={`Go to the message from ${cleanLine(replyTo.author, 'No name')}`}
      onClick={() => scrollTo(ticketId, { itemId: replyTo.itemId })}
    >
      <bdi className="clip quote-author">{cleanLine(replyTo.author, 'No name')}</bdi>
      <bdi className="clip">{cleanLine(replyTo.text, 'A file')}</bdi>
    </button>
  )
}

const isPicture = ({ kind }: Media) => kind === 'photo' || kind === 'sticker'

function Pictures({ ticketId, items }: Pick<BubbleProps, 'ticketId' | 'items'>) {
  const pictures = items.flatMap((item) => item.media).filter(isPicture)
  if (pictures.length === 0) return null
  return (
    <div className="photos">
      {pictures.map((media, index) => (
        <Photo
          key={media.fileId}
          ticketId={ticketId}
          media={media}
          share={pictures.length === 1 ? 'alone' : pictures.length % 2 === 1 && index === 0 ? 'row' : 'half'}
        />
      ))}
    </div>
  )
}

function Files({ ticketId, items }: Pick<BubbleProps, 'ticketId' | 'items'>) {
  return items
    .flatMap((item) => item.media)
    .filter((media) => !isPicture(media))
    .map((media) => <FileChip key={media.fileId} ticketId={ticketId} media={media} />)
}

function Edited(props: {
  readonly item: MessageItem
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const { item, isOpen, onToggle } = props
  if (item.editedAt === null) return null
  const words = item.editedAfterReply ? 'Edited after your reply' : 'Edited'
  if (item.versions.length === 0) return <span>{words}</span>
  return (
    <Button look="link" aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? `${words}, hide versions` : words}
    </Button>
  )
}

/** What of it the customer does not see yet. */
function Changing({ item }: { readonly item: MessageItem }) {
  const words = changeWords(item.changing)
  if (words === null) return null
  return (
    <>
      <Clock size={13} />
      <span>{words}</span>
    </>
  )
}

/** What an edit did to the files that a version had. */
function otherFileWords([media]: readonly Media[]): string {
  if (media === undefined) return 'File added'
  return media.kind === 'photo' ? 'Photo replaced' : `${cleanLine(media.name, 'File')} replaced`
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const now = useNow('minute')
  return (
    <div className="versions">
      {versions.map((version) => (
        <div key={version.until} title={`Until ${momentOf(version.until, now)}`}>
          {version.text !== '' && (
            <del>
              <RichText text={version.text} entities={version.entities} />
            </del>
          )}
          {version.media !== undefined && <span>{otherFileWords(version.media)}</span>}
        </div>
      ))}
    </div>
  )
}

function Deleted({ item, at }: { readonly item: MessageItem; readonly at: number }): ReactNode {
  const [isShown, setShown] = useState(false)
  const hasWords = item.text !== ''
  const when = deletedWords(at, item.at)
  return (
    <div className="bubble">
      <p>
        <Trash2 size={13} />
        {item.deletedWithTopic ? (
          <>Deleted with its topic {when}. </>
        ) : item.side === 'team' ? (
          <>Deleted for the customer {when}. </>
        ) : (
          <>
            <bdi>{authorName(item)}</bdi> deleted this message {when}.{' '}
          </>
        )}
        {hasWords && (
          <Button look="link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
        )}
      </p>
      {isShown && <RichText text={item.text} entities={item.entities} />}
    </div>
  )
}
