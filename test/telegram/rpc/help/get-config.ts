import { Api } from 'telegram'
import { seconds } from '../../clock'
import { method } from '../method'

/** core.telegram.org/method/help.getConfig. One data centre: this one. */
export const getConfig = method(Api.help.GetConfig, 'anybody', ({ desk, world }) => {
  const { host, port, dcId } = desk.address
  const now = seconds(world.clock.now())
  return new Api.Config({
    date: now,
    expires: now + 3600,
    testMode: false,
    thisDc: dcId,
    dcOptions: [new Api.DcOption({ id: dcId, ipAddress: host, port, static: true })],
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
