import './skeleton.css'
import { useEffect, useState } from 'react'
import { classNames } from './class-names'

/** True once `ms` have passed: nothing is drawn before, so that what is quick does not flicker (interface.md section 9). */
export function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return passed
}

/** A still grey shape in the place of what loads. Sizes in px or any CSS length. */
export function Skeleton(props: {
  readonly width: number | string
  readonly height: number
  readonly round?: boolean
}) {
  const { width, height, round = false } = props
  return <span className={classNames('skeleton', round && 'round')} style={{ width, height }} />
}

/** Still rows in the shape of a list: nothing for 150 ms, then grey. */
export function SkeletonRows({ rows, label }: { readonly rows: number; readonly label: string }) {
  const shown = useAfter(150)
  return (
    <div className="skeleton-rows" role="status" aria-label={label}>
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <div key={row} className="skeleton-row">
            <Skeleton width={32} height={32} round />
            <div>
              <Skeleton width={`${78 - ((row * 17) % 40)}%`} height={11} />
              <Skeleton width={`${92 - ((row * 23) % 30)}%`} height={9} />
              <Skeleton width={`${40 + ((row * 13) % 20)}%`} height={8} />
            </div>
          </div>
        ))}
    </div>
  )
}
