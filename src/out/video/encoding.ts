/** What a browser can make a video file of: how pictures are packed, and the file around them. */
export interface Encoding {
  codec: "avc" | "vp9" | "av1";
  container: "mp4" | "webm";
  config: VideoEncoderConfig;
}

interface Size {
  width: number;
  height: number;
  fps: number;
}
export type Supports = (config: VideoEncoderConfig) => Promise<boolean>;

/** Levels of H.264 with the blocks of 16x16 px that each allows in a frame and in a second. */
const AVC_LEVELS = [
  ["1f", 3600, 108_000],
  ["20", 5120, 216_000],
  ["28", 8192, 245_760],
  ["2a", 8704, 522_240],
  ["33", 36_864, 983_040],
  ["34", 36_864, 2_073_600],
] as const;
/** High, main and constrained baseline. */
const AVC_PROFILES = ["6400", "4d00", "42e0"];

/**
 * The first of H.264 in MP4, VP9 and AV1 in WebM that this browser writes at a size; null where it writes none, or has no encoder at all, as
 * on a page without https.
 */
export async function encodingFor(size: Size, supports: Supports = asked): Promise<Encoding | null> {
  for (const encoding of candidates(size)) if (await supports(encoding.config)) return encoding;
  return null;
}

async function asked(config: VideoEncoderConfig): Promise<boolean> {
  if (typeof VideoEncoder === "undefined") return false;
  return VideoEncoder.isConfigSupported(config).then(
    ({supported}) => supported === true,
    () => false,
  );
}

function candidates({width, height, fps}: Size): Encoding[] {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  const level = AVC_LEVELS.find(([, frame, second]) => blocks <= frame && blocks * fps <= second) ?? AVC_LEVELS.at(-1)!;
  const fast = blocks * fps > 245_760;
  const config = (codec: string, thrift: number): VideoEncoderConfig => ({
    codec,
    width,
    height,
    framerate: fps,
    bitrate: Math.round(bitrateOf({width, height, fps}) * thrift),
    bitrateMode: "variable",
    latencyMode: "quality",
  });
  return [
    ...AVC_PROFILES.map((profile): Encoding => {
      return {
        codec: "avc",
        container: "mp4",
        config: {...config(`avc1.${profile}${level[0]}`, 1), avc: {format: "avc"}},
      };
    }),
    {codec: "vp9", container: "webm", config: config(`vp09.00.${fast ? 41 : 40}.08`, 0.75)},
    {codec: "av1", container: "webm", config: config(`av01.0.${fast ? "09" : "08"}M.08`, 0.6)},
  ];
}

/** Bits a second that keep small letters sharp: 8 million at 1080p and 30 frames, and half as many more at 60. */
const bitrateOf = ({width, height, fps}: Size): number =>
  8_000_000 * ((width * height) / 2_073_600) * (fps / 30) ** 0.6;
