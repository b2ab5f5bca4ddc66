import { expect, test } from 'vitest';
import { rotateIndex } from '../../../src/services/rotate-index.ts';
import { emailIndex, subjectIndex } from '../../../src/services/staff/email.ts';
import { findStaffByEmail, findStaffBySubject, insertStaff } from '../../../src/store/people/staff.ts';
import { makeKey, readKeys, seal, withIndexOf } from '../../../src/store/seal.ts';
import { makeDesk } from '../../support/desk.ts';
import { testKey } from '../../support/runtime.ts';
import { invite } from '../../support/staff.ts';

test('a member is found by e-mail and by the login of the municipality after the index went over to a newer key', async () => {
  await using rt = await makeDesk();
  const { id } = await invite(rt);
  const subject = '["https://login.example.org","person-1"]';
  await rt.db.lane.put(insertStaff, {
    id: 'from-elsewhere',
    nameSealed: '',
    role: 'reader',
    subjectHash: subjectIndex(rt.db.keys, subject),
    subjectSealed: seal(rt.db.keys, 'staff.subject:from-elsewhere', subject),
    createdAt: 1,
  });
  const keys = readKeys([makeKey(), testKey]);
  const newest = withIndexOf(keys, keys.writer);

  for (let times = 0; times < 2; times += 1) {
    await rotateIndex({ ...rt.db, keys });
    expect((await findStaffByEmail(rt.db, emailIndex(newest, 'MEDARBEJDER1@example.org')))?.id).toBe(id);
    expect((await findStaffBySubject(rt.db, subjectIndex(newest, subject)))?.id).toBe('from-elsewhere');
  }
  expect(await findStaffByEmail(rt.db, emailIndex(rt.db.keys, 'medarbejder1@example.org'))).toBeUndefined();
});
