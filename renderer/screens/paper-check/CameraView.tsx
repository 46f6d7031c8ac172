import { useEffect, useRef, useState } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { paperCheckText } from '../../text/paper-check.ts';

interface CameraViewProps {
  /** True once the frame showed a code: then the camera is done. */
  readonly onFrame: (frame: Blob) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Between two looks; one takes about half a second on an old computer. */
const LOOK_EVERY_MS = 700;

/** The camera's picture, looked at until it shows a code; off again as soon as it is not on screen. */
export function CameraView({ onFrame, onDone }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [isDenied, setDenied] = useState(false);
  const handlers = useRef({ onFrame, onDone });
  useEffect(() => {
    handlers.current = { onFrame, onDone };
  }, [onFrame, onDone]);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    async function look(): Promise<void> {
      const frame = video.current === null ? null : await frameOf(video.current);
      const isFound = frame !== null && (await handlers.current.onFrame(frame));
      if (isOver) return;
      if (isFound) handlers.current.onDone();
      else timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    }

    async function open(): Promise<void> {
      try {
        const opened = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
        });
        stream = opened;
        if (isOver) stopAll(opened);
        else if (video.current !== null) {
          video.current.srcObject = opened;
          await video.current.play();
          void look();
        }
      } catch {
        if (!isOver) setDenied(true);
      }
    }

    void open();
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (stream !== null) stopAll(stream);
    };
  }, []);

  if (isDenied) {
    return <Notice tone="late" what={paperCheckText.cameraDenied} todo={paperCheckText.cameraDeniedTodo} />;
  }
  return (
    <figure className="paper-check-camera">
      <video ref={video} muted playsInline aria-label="摄像头画面" />
      <figcaption className="quiet">{paperCheckText.cameraHint}</figcaption>
    </figure>
  );
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Null before the camera gives its first picture. */
async function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}
