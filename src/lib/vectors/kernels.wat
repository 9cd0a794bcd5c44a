;; Inner products of int8 rows, four rows or four queries at a time. `npx tsx src/site/kernels.ts` compiles this file into
;; kernels-binary.ts; kernels-plain.ts does the same work without WebAssembly, to the bit.
;;
;; Rows are int8, queries int16, both `width` numbers long, a multiple of 8. Queries are wide because a row is widened while
;; it is loaded anyway (load8x8_s), and i32x4.dot_i16x8_s then multiplies and adds eight pairs in one instruction. Sums are
;; int32 and so exact; they become float32 once, at the end.
(module
  (memory (export "memory") 1)

  ;; The sums of four vectors of four int32 each, as one vector: six shuffles and three additions where four plain
  ;; horizontal sums would take eight and eight.
  (func $sums (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $ab v128) (local $cd v128)
    (local.set $ab (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $cd (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $ab) (local.get $cd))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $ab) (local.get $cd))))

  ;; scores[row] = dot(query, rows[row]) * scales[row]. `count` is a multiple of 4.
  (func (export "scan")
    (param $query i32) (param $rows i32) (param $scales i32) (param $scores i32) (param $count i32) (param $width i32)
    (local $end i32) (local $q i32) (local $queryEnd i32) (local $x v128)
    (local $p0 i32) (local $p1 i32) (local $p2 i32) (local $p3 i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local.set $end (i32.add (local.get $scores) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $queryEnd (i32.add (local.get $query) (i32.shl (local.get $width) (i32.const 1))))
    (local.set $p3 (local.get $rows))
    (block $done (loop $four
      (br_if $done (i32.ge_u (local.get $scores) (local.get $end)))
      (local.set $p0 (local.get $p3))
      (local.set $p1 (i32.add (local.get $p0) (local.get $width)))
      (local.set $p2 (i32.add (local.get $p1) (local.get $width)))
      (local.set $p3 (i32.add (local.get $p2) (local.get $width)))
      (local.set $s0 (v128.const i32x4 0 0 0 0))
      (local.set $s1 (v128.const i32x4 0 0 0 0))
      (local.set $s2 (v128.const i32x4 0 0 0 0))
      (local.set $s3 (v128.const i32x4 0 0 0 0))
      (local.set $q (local.get $query))
      (loop $eight
        (local.set $x (v128.load (local.get $q)))
        (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $x) (v128.load8x8_s (local.get $p0)))))
        (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $x) (v128.load8x8_s (local.get $p1)))))
        (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $x) (v128.load8x8_s (local.get $p2)))))
        (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $x) (v128.load8x8_s (local.get $p3)))))
        (local.set $p0 (i32.add (local.get $p0) (i32.const 8)))
        (local.set $p1 (i32.add (local.get $p1) (i32.const 8)))
        (local.set $p2 (i32.add (local.get $p2) (i32.const 8)))
        (local.set $p3 (i32.add (local.get $p3) (i32.const 8)))
        (br_if $eight (i32.lt_u
          (local.tee $q (i32.add (local.get $q) (i32.const 16))) (local.get $queryEnd))))
      (v128.store (local.get $scores) (f32x4.mul
        (f32x4.convert_i32x4_s (call $sums (local.get $s0) (local.get $s1) (local.get $s2) (local.get $s3)))
        (v128.load (local.get $scales))))
      (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 16)))
      (br $four))))

  ;; scores[4 * row + i] = dot(queries[i], rows[row]) * (queryScales[i] * scales[row]) for i < 4. `count` is a multiple of 2:
  ;; two rows and four queries are as many sums as fit into the registers, so that what is loaded is used twice or more.
  (func (export "tile")
    (param $queries i32) (param $queryScales i32)
    (param $rows i32) (param $scales i32) (param $scores i32) (param $count i32) (param $width i32)
    (local $end i32) (local $x v128) (local $r v128) (local $t v128)
    (local $q0 i32) (local $q1 i32) (local $q2 i32) (local $q3 i32) (local $p0 i32) (local $p1 i32) (local $rowEnd i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local.set $end (i32.add (local.get $scores) (i32.shl (local.get $count) (i32.const 4))))
    (local.set $p1 (local.get $rows))
    (block $done (loop $two
      (br_if $done (i32.ge_u (local.get $scores) (local.get $end)))
      (local.set $p0 (local.get $p1))
      (local.set $rowEnd (local.tee $p1 (i32.add (local.get $p0) (local.get $width))))
      (local.set $q0 (local.get $queries))
      (local.set $q1 (i32.add (local.get $q0) (i32.shl (local.get $width) (i32.const 1))))
      (local.set $q2 (i32.add (local.get $q1) (i32.shl (local.get $width) (i32.const 1))))
      (local.set $q3 (i32.add (local.get $q2) (i32.shl (local.get $width) (i32.const 1))))
      (local.set $a0 (v128.const i32x4 0 0 0 0))
      (local.set $a1 (v128.const i32x4 0 0 0 0))
      (local.set $a2 (v128.const i32x4 0 0 0 0))
      (local.set $a3 (v128.const i32x4 0 0 0 0))
      (local.set $b0 (v128.const i32x4 0 0 0 0))
      (local.set $b1 (v128.const i32x4 0 0 0 0))
      (local.set $b2 (v128.const i32x4 0 0 0 0))
      (local.set $b3 (v128.const i32x4 0 0 0 0))
      (loop $eight
        (local.set $r (v128.load8x8_s (local.get $p0)))
        (local.set $t (v128.load8x8_s (local.get $p1)))
        (local.set $x (v128.load (local.get $q0)))
        (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $x) (local.get $r))))
        (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $x) (local.get $t))))
        (local.set $x (v128.load (local.get $q1)))
        (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $x) (local.get $r))))
        (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $x) (local.get $t))))
        (local.set $x (v128.load (local.get $q2)))
        (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $x) (local.get $r))))
        (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $x) (local.get $t))))
        (local.set $x (v128.load (local.get $q3)))
        (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $x) (local.get $r))))
        (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $x) (local.get $t))))
        (local.set $q0 (i32.add (local.get $q0) (i32.const 16)))
        (local.set $q1 (i32.add (local.get $q1) (i32.const 16)))
        (local.set $q2 (i32.add (local.get $q2) (i32.const 16)))
        (local.set $q3 (i32.add (local.get $q3) (i32.const 16)))
        (local.set $p1 (i32.add (local.get $p1) (i32.const 8)))
        (br_if $eight (i32.lt_u
          (local.tee $p0 (i32.add (local.get $p0) (i32.const 8))) (local.get $rowEnd))))
      (v128.store (local.get $scores) (f32x4.mul
        (f32x4.convert_i32x4_s (call $sums (local.get $a0) (local.get $a1) (local.get $a2) (local.get $a3)))
        (f32x4.mul (v128.load (local.get $queryScales)) (v128.load32_splat (local.get $scales)))))
      (v128.store offset=16 (local.get $scores) (f32x4.mul
        (f32x4.convert_i32x4_s (call $sums (local.get $b0) (local.get $b1) (local.get $b2) (local.get $b3)))
        (f32x4.mul (v128.load (local.get $queryScales)) (v128.load32_splat offset=4 (local.get $scales)))))
      (local.set $scales (i32.add (local.get $scales) (i32.const 8)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 32)))
      (br $two)))))
