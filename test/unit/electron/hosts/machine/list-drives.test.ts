import { expect, it } from 'vitest';
import { readMounts } from '../../../../../electron/hosts/machine/list-drives.ts';

it('takes what somebody plugged in for drives, with blanks and Chinese names, and nothing of the system', () => {
  const mounts = [
    'proc /proc proc rw 0 0',
    '/dev/sda2 / ext4 rw 0 0',
    '/dev/sda1 /boot/efi vfat rw 0 0',
    '/dev/sdb1 /media/teacher/KINGSTON vfat rw 0 0',
    '/dev/sdc1 /run/media/teacher/\\345\\244\\207份\\040盘 exfat rw 0 0',
    'systemd-1 /mnt/auto autofs rw 0 0',
    '/dev/sdd1 /mnt/backup ext4 rw 0 0',
    '',
  ];
  expect(readMounts(mounts.join('\n'))).toEqual([
    { path: '/media/teacher/KINGSTON', name: 'KINGSTON' },
    { path: '/run/media/teacher/备份 盘', name: '备份 盘' },
    { path: '/mnt/backup', name: 'backup' },
  ]);
});
