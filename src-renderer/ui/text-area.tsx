import './field.css'
import { type ComponentProps, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names'

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  readonly label: string
  readonly value: string
  readonly minRows?: number
  readonly maxRows?: number
}

/** Several lines of text. Grows with what is written, from `minRows` to `maxRows`; then it scrolls. */
export function TextArea({
  label,
  value,
  minRows = 2,
  maxRows = 10,
  className,
  ref,
  ...rest
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take another height
  useLayoutEffect(() => {
    if (area.current) setHeight(area.current, minRows, maxRows)
  }, [value, minRows, maxRows])
  // Filled while its place is hidden it has no width and cannot be measured; in another width its lines break anew.
  useEffect(() => {
    const element = area.current
    if (!element) return
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      requestAnimationFrame(() => width > 0 && setHeight(element, minRows, maxRows))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [minRows, maxRows])

  return (
    <textarea
      {...rest}
      ref={area}
      rows={minRows}
      aria-label={label}
      value={value}
      className={classNames('text-area', className)}
    />
  )
}

/** Makes it as high as its words, within its rows. */
function setHeight(element: HTMLTextAreaElement, minRows: number, maxRows: number) {
  if (element.value === '') {
    // As high as its rows by itself: nothing to measure, which would lay out the whole window.
    element.style.height = ''
    element.style.overflowY = 'hidden'
    return
  }
  const style = getComputedStyle(element)
  const line = Number.parseFloat(style.lineHeight) || 20
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const room = element.parentElement
  // While it is measured the room keeps its height: what scrolls above must not be pushed off its end.
  if (room) room.style.minHeight = `${room.offsetHeight}px`
  element.style.height = '0px'
  const wanted = Math.max(element.scrollHeight, line * minRows + padding)
  const most = line * maxRows + padding
  element.style.height = `${Math.min(wanted, most)}px`
  element.style.overflowY = wanted > most ? 'auto' : 'hidden'
  if (room) room.style.minHeight = ''
}
