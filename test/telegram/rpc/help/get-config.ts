import { Api } from 'telegram'
import { seconds } from '../../clock'
import { MOST_DC } from '../../view/media'
import { method } from '../method'

/** core.telegram.org/method/help.getConfig. Five data centres, and all of them are this one. */
export const getConfig = method(Api.help.GetConfig, 'anybody', ({ desk, world, session }) => {
  const { host, port } = desk.address
  const { dcId } = session.key
  const all = Array.from({ length: MOST_DC }, (_, i) => i + 1)
  const now = seconds(world.clock.now())
  return new Api.Config({
    date: now,
    expires: now + 3600,
    testMode: false,
    thisDc: dcId,
    dcOptions: all.map((id) => new Api.DcOption({ id, ipAddress: host, port, static: true })),
    dcTxtDomainName: 'localhost',
    chatSizeMax: 200,
    megagroupSizeMax: 200_000,
    forwardedCountMax: 100,
    onlineUpdatePeriodMs: 210_000,
    offlineBlurTimeoutMs: 5_000,
    offlineIdleTimeoutMs: 30_000,
    onlineCloudTimeoutMs: 300_000,
    notifyCloudDelayMs: 30_000,
    notifyDefaultDelayMs: 1_500,
    pushChatPeriodMs: 60_000,
    pushChatLimit: 2,
    editTimeLimit: 172_800,
    revokeTimeLimit: 2_147_483_647,
    revokePmTimeLimit: 2_147_483_647,
    ratingEDecay: 2_419_200,
    stickersRecentLimit: 200,
    channelsReadMediaPeriod: 604_800,
    callReceiveTimeoutMs: 20_000,
    callRingTimeoutMs: 90_000,
    callConnectTimeoutMs: 30_000,
    callPacketTimeoutMs: 10_000,
    meUrlPrefix: 'https://t.me/',
    captionLengthMax: 1_024,
    messageLengthMax: 4_096,
    webfileDcId: dcId,
  })
})
