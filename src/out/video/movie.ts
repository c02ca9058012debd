import {
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WebMOutputFormat,
  type StreamTargetChunk,
} from "mediabunny";
import {FrameEncoder} from "./encoder.ts";
import type {Encoding} from "./encoding.ts";
import {timesIn} from "./mp4Times.ts";
import type {Sink} from "./sink.ts";
import {VideoError, type Writer} from "./writer.ts";

interface About {
  /** Frames in all. */
  count: number;
  title: string;
  /** Who made what it shows, and what may be done with it. */
  comment: string;
}

/**
 * Starts a video file. It can be played while it is still being fetched, since what a player reads first stands first, and it says nothing of
 * when it was made: the same packed frames are the same bytes.
 */
export async function movieWriter(encoding: Encoding, {count, title, comment}: About, sink: Sink): Promise<Writer> {
  let times: [offset: number, length: number][] = [];
  const format =
    encoding.container === "mp4"
      ? new Mp4OutputFormat({
          fastStart: "reserve",
          onMoov: (moov, start) => {
            times = timesIn(moov).map(([offset, length]) => [start + offset, length]);
          },
        })
      : new WebMOutputFormat();
  const bytes = new WritableStream<StreamTargetChunk>({write: ({data, position}) => sink.write(data, position)});
  const output = new Output({format, target: new StreamTarget(bytes)});
  const source = new EncodedVideoPacketSource(encoding.codec);
  output.addVideoTrack(source, {frameRate: encoding.config.framerate!, maximumPacketCount: count});
  output.setMetadataTags({title, ...(comment === "" ? {} : {comment})});
  await output.start();

  let written = Promise.resolve();
  // A failure waits for whoever adds or finishes next.
  const write = (packet: EncodedPacket, meta?: EncodedVideoChunkMetadata) => {
    written = written.then(() => source.add(packet, meta));
    written.catch(() => {});
  };
  const encoder = new FrameEncoder(encoding, (chunk, meta) => write(EncodedPacket.fromEncodedChunk(chunk), meta));
  const onDisk = (cause: unknown) => {
    throw new VideoError("disk", cause);
  };

  return {
    async add(canvas, frame) {
      await encoder.encode(canvas, frame);
      await written.catch(onDisk);
    },
    async finish() {
      await encoder.finish();
      await written.catch(onDisk);
      await output.finalize().catch(onDisk);
      for (const [position, length] of times) await sink.write(new Uint8Array(length), position).catch(onDisk);
      return sink.close().catch(onDisk);
    },
    async cancel() {
      encoder.close();
      await written.catch(() => {});
      if (output.state === "started") await output.cancel().catch(() => {});
      await sink.abort().catch(() => {});
    },
  };
}
