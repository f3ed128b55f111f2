;; What training does most, four classes at a time. All places and lengths are in bytes; a row holds the weights of one
;; term, of 4 classes or more. The last four classes may overlap those before them: they are read before those are
;; written, and come out the same both times.
(module
  (import "outside" "memory" (memory 1))

  ;; sums[c] += value * weights[term * row + c] over all terms, four of them at a time.
  (func (export "score")
    (param $sums i32) (param $weights i32) (param $terms i32) (param $values i32) (param $count i32) (param $row i32)
    (local $k i32) (local $c i32) (local $end i32) (local $last v128)
    (local $r0 i32) (local $r1 i32) (local $r2 i32) (local $r3 i32)
    (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128)
    (local.set $end (i32.sub (local.get $row) (i32.const 16)))
    (loop $four
      (local.set $r0
        (i32.add (local.get $weights)
          (i32.mul (local.get $row) (i32.load offset=0 (i32.add (local.get $terms) (local.get $k))))))
      (local.set $v0 (v128.load32_splat offset=0 (i32.add (local.get $values) (local.get $k))))
      (local.set $r1
        (i32.add (local.get $weights)
          (i32.mul (local.get $row) (i32.load offset=4 (i32.add (local.get $terms) (local.get $k))))))
      (local.set $v1 (v128.load32_splat offset=4 (i32.add (local.get $values) (local.get $k))))
      (local.set $r2
        (i32.add (local.get $weights)
          (i32.mul (local.get $row) (i32.load offset=8 (i32.add (local.get $terms) (local.get $k))))))
      (local.set $v2 (v128.load32_splat offset=8 (i32.add (local.get $values) (local.get $k))))
      (local.set $r3
        (i32.add (local.get $weights)
          (i32.mul (local.get $row) (i32.load offset=12 (i32.add (local.get $terms) (local.get $k))))))
      (local.set $v3 (v128.load32_splat offset=12 (i32.add (local.get $values) (local.get $k))))
      (local.set $last (v128.load align=1 (i32.add (local.get $sums) (local.get $end))))
      (local.set $c (i32.const 0))
      (loop $class
        (v128.store align=1 (i32.add (local.get $sums) (local.get $c))
          (f32x4.add
            (f32x4.add
            (f32x4.add
            (f32x4.add
            (v128.load align=1 (i32.add (local.get $sums) (local.get $c)))
            (f32x4.mul (local.get $v0) (v128.load align=1 (i32.add (local.get $r0) (local.get $c)))))
            (f32x4.mul (local.get $v1) (v128.load align=1 (i32.add (local.get $r1) (local.get $c)))))
            (f32x4.mul (local.get $v2) (v128.load align=1 (i32.add (local.get $r2) (local.get $c)))))
            (f32x4.mul (local.get $v3) (v128.load align=1 (i32.add (local.get $r3) (local.get $c))))))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (br_if $class (i32.lt_s (local.get $c) (local.get $end))))
      (v128.store align=1 (i32.add (local.get $sums) (local.get $end))
        (f32x4.add
          (f32x4.add
          (f32x4.add
          (f32x4.add
          (local.get $last)
          (f32x4.mul (local.get $v0) (v128.load align=1 (i32.add (local.get $r0) (local.get $end)))))
          (f32x4.mul (local.get $v1) (v128.load align=1 (i32.add (local.get $r1) (local.get $end)))))
          (f32x4.mul (local.get $v2) (v128.load align=1 (i32.add (local.get $r2) (local.get $end)))))
          (f32x4.mul (local.get $v3) (v128.load align=1 (i32.add (local.get $r3) (local.get $end))))))
      (local.set $k (i32.add (local.get $k) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $k) (local.get $count)))))

  ;; weights[term * row + c] += value * steps[c] for each term.
  (func (export "learn")
    (param $steps i32) (param $weights i32) (param $terms i32) (param $values i32) (param $count i32) (param $row i32)
    (local $k i32) (local $c i32) (local $end i32) (local $at i32) (local $v v128) (local $last v128)
    (local.set $end (i32.sub (local.get $row) (i32.const 16)))
    (loop $term
      (local.set $at
        (i32.add (local.get $weights)
          (i32.mul (local.get $row) (i32.load (i32.add (local.get $terms) (local.get $k))))))
      (local.set $v (v128.load32_splat (i32.add (local.get $values) (local.get $k))))
      (local.set $last (v128.load align=1 (i32.add (local.get $at) (local.get $end))))
      (local.set $c (i32.const 0))
      (loop $class
        (v128.store align=1 (i32.add (local.get $at) (local.get $c))
          (f32x4.add
            (v128.load align=1 (i32.add (local.get $at) (local.get $c)))
            (f32x4.mul (local.get $v) (v128.load align=1 (i32.add (local.get $steps) (local.get $c))))))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (br_if $class (i32.lt_s (local.get $c) (local.get $end))))
      (v128.store align=1 (i32.add (local.get $at) (local.get $end))
        (f32x4.add
          (local.get $last)
          (f32x4.mul (local.get $v) (v128.load align=1 (i32.add (local.get $steps) (local.get $end))))))
      (local.set $k (i32.add (local.get $k) (i32.const 4)))
      (br_if $term (i32.lt_u (local.get $k) (local.get $count))))))
