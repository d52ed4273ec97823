import './photo.css'
import { Download, ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Media } from '../../../src-preload/contract/conversation'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Dialog } from '../../ui/dialog'
import { sizeWords } from '../../ui/size-words'
import { pictures } from './picture-store'
import { useSaving } from './use-saving'

const largest = { width: 360, height: 300 }
const gap = 3
const settleMs = 120

/** How much of a bubble's width a picture takes: its own size, a whole row of an album, or half of one. */
type Share = 'alone' | 'row' | 'half'

/** The size a picture is drawn at: known before it comes, so that nothing moves when it does. */
function boxOf({ kind, width, height }: Media, share: Share) {
  if (share === 'row') return { width: largest.width, height: 220 }
  if (share === 'half') return { width: largest.width / 2 - gap / 2, height: 150 }
  if (width === null || height === null || width === 0 || height === 0) return { width: 240, height: 180 }
  const most = kind === 'sticker' ? 0.45 : 1
  const scale = Math.min(1, (largest.width * most) / width, (largest.height * most) / height)
  return { width: Math.max(80, width * scale), height: Math.max(56, height * scale) }
}

/** A photo or sticker: Telegram's tiny picture at once, the real one when it has been on screen a moment. */
export function Photo(props: { readonly ticketId: string; readonly media: Media; readonly share: Share }) {
  const { ticketId, media, share } = props
  const picture = pictures.use((state) => state.byFile.get(media.fileId))
  const [isOpen, setOpen] = useState(false)
  const box = boxOf(media, share)

  useEffect(() => {
    const timer = setTimeout(() => void pictures.fetch(ticketId, media.fileId), settleMs)
    return () => clearTimeout(timer)
  }, [ticketId, media.fileId])

  const isFailed = picture?.kind === 'failed'
  return (
    <>
      <button
        type="button"
        className={classNames('photo', media.kind)}
        style={{ width: box.width, aspectRatio: `${box.width} / ${box.height}` }}
        aria-label={isFailed ? `${media.name}, not loaded, try again` : `Open ${media.name}`}
        onClick={() => (isFailed ? void pictures.fetch(ticketId, media.fileId) : setOpen(true))}
      >
        {media.thumb !== null && picture?.kind !== 'ready' && (
          <img className="photo-thumb" src={media.thumb} alt="" draggable={false} />
        )}
        {picture?.kind === 'ready' && <img src={picture.url} alt="" draggable={false} />}
        {isFailed && (
          <span className="photo-failed" title={picture.why}>
            <ImageOff size={16} />
            Not loaded. Try again
          </span>
        )}
      </button>
      {isOpen && <PhotoDialog ticketId={ticketId} media={media} onClose={() => setOpen(false)} />}
    </>
  )
}

interface PhotoDialogProps {
  readonly ticketId: string
  readonly media: Media
  readonly onClose: () => void
}

function PhotoDialog({ ticketId, media, onClose }: PhotoDialogProps) {
  const picture = pictures.use((state) => state.byFile.get(media.fileId))
  const saving = useSaving(ticketId, media.fileId)
  const url = picture?.kind === 'ready' ? picture.url : media.thumb
  useEffect(() => void pictures.fetch(ticketId, media.fileId), [ticketId, media.fileId])
  return (
    <Dialog
      open
      onClose={onClose}
      title={media.name}
      className="photo-dialog"
      actions={
        <>
          <span className="photo-facts">
            {picture?.kind === 'failed' ? picture.why : saving.why}
            {picture?.kind === 'ready' && saving.why === null && sizeWords(media.sizeBytes)}
          </span>
          <Button icon={<Download size={15} />} disabled={saving.isBusy} onClick={saving.save}>
            {saving.why === null ? 'Save' : 'Try again'}
          </Button>
        </>
      }
    >
      <div className="photo-stage">{url !== null && <img src={url} alt={media.name} />}</div>
    </Dialog>
  )
}
