;; What a training step does with tables of rows. All places are in bytes, numbers float32, `width` the bytes of a row, a multiple
;; of 16. Bag i is the tokens (uint16) from starts[i] to starts[i + 1]; the row of token t is the sum of the rows of its parts
;; (uint32) from partStarts[t] to partStarts[t + 1]. `npm run kernels` compiles this file into table-kernels-binary.ts.
(module
  (memory (export "memory") 1)

  (func $sumOfLanes (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; The place of the row that the id at `id` names.
  (func $rowOf (param $table i32) (param $width i32) (param $id i32) (result i32)
    (i32.add (local.get $table) (i32.mul (i32.load16_u (local.get $id)) (local.get $width))))

  ;; to += from, a row each.
  (func $addRow (param $to i32) (param $from i32) (param $width i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (local.get $width)))
    (loop $numbers
      (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $numbers (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; Makes the rows of the `count` tokens at `tokens` anew from their parts.
  (func (export "compose")
    (param $table i32) (param $partTable i32) (param $width i32) (param $tokens i32) (param $count i32)
    (param $partStarts i32) (param $parts i32)
    (local $end i32) (local $row i32) (local $part i32) (local $last i32)
    (local.set $end (i32.add (local.get $tokens) (i32.shl (local.get $count) (i32.const 1))))
    (block $done (loop $token
      (br_if $done (i32.ge_u (local.get $tokens) (local.get $end)))
      (local.set $row (call $rowOf (local.get $table) (local.get $width) (local.get $tokens)))
      (memory.fill (local.get $row) (i32.const 0) (local.get $width))
      (local.set $last (i32.add (local.get $partStarts) (i32.shl (i32.load16_u (local.get $tokens)) (i32.const 2))))
      (local.set $part (i32.add (local.get $parts) (i32.shl (i32.load (local.get $last)) (i32.const 2))))
      (local.set $last (i32.add (local.get $parts) (i32.shl (i32.load offset=4 (local.get $last)) (i32.const 2))))
      (block $none (loop $each
        (br_if $none (i32.ge_u (local.get $part) (local.get $last)))
        (call $addRow
          (local.get $row)
          (i32.add (local.get $partTable) (i32.mul (i32.load (local.get $part)) (local.get $width)))
          (local.get $width))
        (local.set $part (i32.add (local.get $part) (i32.const 4)))
        (br $each)))
      (local.set $tokens (i32.add (local.get $tokens) (i32.const 2)))
      (br $token))))

  ;; The way back: adds the gradient of each of the tokens to that of its parts, and zeroes it.
  (func (export "collect")
    (param $gradient i32) (param $partGradient i32) (param $width i32) (param $tokens i32) (param $count i32)
    (param $partStarts i32) (param $parts i32)
    (local $end i32) (local $row i32) (local $part i32) (local $last i32)
    (local.set $end (i32.add (local.get $tokens) (i32.shl (local.get $count) (i32.const 1))))
    (block $done (loop $token
      (br_if $done (i32.ge_u (local.get $tokens) (local.get $end)))
      (local.set $row (call $rowOf (local.get $gradient) (local.get $width) (local.get $tokens)))
      (local.set $last (i32.add (local.get $partStarts) (i32.shl (i32.load16_u (local.get $tokens)) (i32.const 2))))
      (local.set $part (i32.add (local.get $parts) (i32.shl (i32.load (local.get $last)) (i32.const 2))))
      (local.set $last (i32.add (local.get $parts) (i32.shl (i32.load offset=4 (local.get $last)) (i32.const 2))))
      (block $none (loop $each
        (br_if $none (i32.ge_u (local.get $part) (local.get $last)))
        (call $addRow
          (i32.add (local.get $partGradient) (i32.mul (i32.load (local.get $part)) (local.get $width)))
          (local.get $row)
          (local.get $width))
        (local.set $part (i32.add (local.get $part) (i32.const 4)))
        (br $each)))
      (memory.fill (local.get $row) (i32.const 0) (local.get $width))
      (local.set $tokens (i32.add (local.get $tokens) (i32.const 2)))
      (br $token))))

  ;; units[i] = the sum of bag i's rows, at length 1; lengths[i] = the length of their mean; both 0 for an empty bag.
  (func (export "means")
    (param $table i32) (param $width i32) (param $ids i32) (param $starts i32) (param $count i32)
    (param $units i32) (param $lengths i32)
    (local $last i32) (local $id i32) (local $end i32) (local $size i32) (local $j i32) (local $length f32) (local $squares v128)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $factor v128)
    (local.set $last (i32.add (local.get $starts) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $bag
      (br_if $done (i32.ge_u (local.get $starts) (local.get $last)))
      (local.set $id (i32.add (local.get $ids) (i32.shl (i32.load (local.get $starts)) (i32.const 1))))
      (local.set $end (i32.add (local.get $ids) (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 1))))
      (local.set $size (i32.shr_u (i32.sub (local.get $end) (local.get $id)) (i32.const 1)))
      (memory.fill (local.get $units) (i32.const 0) (local.get $width))
      ;; four rows at a time, so that the sum is loaded and stored a quarter as often
      (block $few (loop $four
        (br_if $few (i32.gt_u (i32.add (local.get $id) (i32.const 8)) (local.get $end)))
        (local.set $a (call $rowOf (local.get $table) (local.get $width) (local.get $id)))
        (local.set $b (call $rowOf (local.get $table) (local.get $width) (i32.add (local.get $id) (i32.const 2))))
        (local.set $c (call $rowOf (local.get $table) (local.get $width) (i32.add (local.get $id) (i32.const 4))))
        (local.set $d (call $rowOf (local.get $table) (local.get $width) (i32.add (local.get $id) (i32.const 6))))
        (local.set $j (i32.const 0))
        (loop $numbers
          (v128.store (i32.add (local.get $units) (local.get $j)) (f32x4.add
            (v128.load (i32.add (local.get $units) (local.get $j)))
            (f32x4.add
              (f32x4.add (v128.load (i32.add (local.get $a) (local.get $j))) (v128.load (i32.add (local.get $b) (local.get $j))))
              (f32x4.add (v128.load (i32.add (local.get $c) (local.get $j))) (v128.load (i32.add (local.get $d) (local.get $j)))))))
          (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $width))))
        (local.set $id (i32.add (local.get $id) (i32.const 8)))
        (br $four)))
      (block $none (loop $one
        (br_if $none (i32.ge_u (local.get $id) (local.get $end)))
        (call $addRow
          (local.get $units)
          (call $rowOf (local.get $table) (local.get $width) (local.get $id))
          (local.get $width))
        (local.set $id (i32.add (local.get $id) (i32.const 2)))
        (br $one)))
      (local.set $squares (v128.const i32x4 0 0 0 0))
      (local.set $j (i32.const 0))
      (loop $numbers
        (local.set $factor (v128.load (i32.add (local.get $units) (local.get $j))))
        (local.set $squares (f32x4.add (local.get $squares) (f32x4.mul (local.get $factor) (local.get $factor))))
        (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $width))))
      (local.set $length (f32.sqrt (call $sumOfLanes (local.get $squares))))
      (if (f32.gt (local.get $length) (f32.const 0))
        (then
          (local.set $factor (f32x4.splat (f32.div (f32.const 1) (local.get $length))))
          (local.set $j (i32.const 0))
          (loop $numbers
            (v128.store (i32.add (local.get $units) (local.get $j)) (f32x4.mul (local.get $factor)
              (v128.load (i32.add (local.get $units) (local.get $j)))))
            (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $width))))
          (local.set $length (f32.div (local.get $length) (f32.convert_i32_u (local.get $size))))))
      (f32.store (local.get $lengths) (local.get $length))
      (local.set $units (i32.add (local.get $units) (local.get $width)))
      (local.set $lengths (i32.add (local.get $lengths) (i32.const 4)))
      (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
      (br $bag))))

  ;; gradient[id] += what the slope of each bag's unit vector means for the rows of the bag. `slopes` are used up: of each, only
  ;; what turns the unit vector counts, and what would stretch it is projected away.
  (func (export "spread")
    (param $gradient i32) (param $width i32) (param $ids i32) (param $starts i32) (param $count i32)
    (param $units i32) (param $lengths i32) (param $slopes i32)
    (local $last i32) (local $id i32) (local $end i32) (local $size i32) (local $j i32) (local $length f32)
    (local $along v128) (local $factor v128)
    (local.set $last (i32.add (local.get $starts) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $bag
      (br_if $done (i32.ge_u (local.get $starts) (local.get $last)))
      (local.set $id (i32.add (local.get $ids) (i32.shl (i32.load (local.get $starts)) (i32.const 1))))
      (local.set $end (i32.add (local.get $ids) (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 1))))
      (local.set $length (f32.load (local.get $lengths)))
      (if (f32.gt (local.get $length) (f32.const 0))
        (then
          (local.set $size (i32.shr_u (i32.sub (local.get $end) (local.get $id)) (i32.const 1)))
          (local.set $along (v128.const i32x4 0 0 0 0))
          (local.set $j (i32.const 0))
          (loop $numbers
            (local.set $along (f32x4.add (local.get $along) (f32x4.mul
              (v128.load (i32.add (local.get $units) (local.get $j)))
              (v128.load (i32.add (local.get $slopes) (local.get $j))))))
            (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $width))))
          (local.set $along (f32x4.splat (call $sumOfLanes (local.get $along))))
          (local.set $factor (f32x4.splat (f32.div (f32.const 1)
            (f32.mul (local.get $length) (f32.convert_i32_u (local.get $size))))))
          (local.set $j (i32.const 0))
          (loop $numbers
            (v128.store (i32.add (local.get $slopes) (local.get $j)) (f32x4.mul (local.get $factor) (f32x4.sub
              (v128.load (i32.add (local.get $slopes) (local.get $j)))
              (f32x4.mul (local.get $along) (v128.load (i32.add (local.get $units) (local.get $j)))))))
            (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $width))))
          (loop $one
            (call $addRow
              (call $rowOf (local.get $gradient) (local.get $width) (local.get $id))
              (local.get $slopes)
              (local.get $width))
            (br_if $one (i32.lt_u (local.tee $id (i32.add (local.get $id) (i32.const 2))) (local.get $end))))))
      (local.set $units (i32.add (local.get $units) (local.get $width)))
      (local.set $slopes (i32.add (local.get $slopes) (local.get $width)))
      (local.set $lengths (i32.add (local.get $lengths) (i32.const 4)))
      (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
      (br $bag))))

  ;; Adam on the `count` parts at `parts`: moves them against their gradient, and zeroes that. `size` is the step,
  ;; corrected for the bias of the averages.
  (func (export "adam")
    (param $table i32) (param $gradient i32) (param $first i32) (param $second i32) (param $width i32)
    (param $parts i32) (param $count i32) (param $beta1 f32) (param $beta2 f32) (param $size f32) (param $epsilon f32)
    (local $end i32) (local $j i32) (local $rowEnd i32) (local $slope v128) (local $mean v128) (local $square v128)
    (local $b1 v128) (local $b2 v128) (local $c1 v128) (local $c2 v128) (local $s v128) (local $e v128)
    (local.set $end (i32.add (local.get $parts) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $b1 (f32x4.splat (local.get $beta1)))
    (local.set $b2 (f32x4.splat (local.get $beta2)))
    (local.set $c1 (f32x4.splat (f32.sub (f32.const 1) (local.get $beta1))))
    (local.set $c2 (f32x4.splat (f32.sub (f32.const 1) (local.get $beta2))))
    (local.set $s (f32x4.splat (local.get $size)))
    (local.set $e (f32x4.splat (local.get $epsilon)))
    (block $done (loop $row
      (br_if $done (i32.ge_u (local.get $parts) (local.get $end)))
      (local.set $j (i32.mul (i32.load (local.get $parts)) (local.get $width)))
      (local.set $rowEnd (i32.add (local.get $j) (local.get $width)))
      (loop $numbers
        (local.set $slope (v128.load (i32.add (local.get $gradient) (local.get $j))))
        (local.set $mean (f32x4.add
          (f32x4.mul (local.get $b1) (v128.load (i32.add (local.get $first) (local.get $j))))
          (f32x4.mul (local.get $c1) (local.get $slope))))
        (local.set $square (f32x4.add
          (f32x4.mul (local.get $b2) (v128.load (i32.add (local.get $second) (local.get $j))))
          (f32x4.mul (local.get $c2) (f32x4.mul (local.get $slope) (local.get $slope)))))
        (v128.store (i32.add (local.get $first) (local.get $j)) (local.get $mean))
        (v128.store (i32.add (local.get $second) (local.get $j)) (local.get $square))
        (v128.store (i32.add (local.get $gradient) (local.get $j)) (v128.const i32x4 0 0 0 0))
        (v128.store (i32.add (local.get $table) (local.get $j)) (f32x4.sub
          (v128.load (i32.add (local.get $table) (local.get $j)))
          (f32x4.div
            (f32x4.mul (local.get $s) (local.get $mean))
            (f32x4.add (f32x4.sqrt (local.get $square)) (local.get $e)))))
        (br_if $numbers (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $rowEnd))))
      (local.set $parts (i32.add (local.get $parts) (i32.const 4)))
      (br $row)))))
